package dev.storetwin.core.platform;

import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.DiskFailed;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.Inbox;
import dev.storetwin.platform.InboxSettings;
import dev.storetwin.platform.InboxStatus;
import dev.storetwin.platform.ParkedMessage;
import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Receipt;
import dev.storetwin.platform.SignatureCheck;
import dev.storetwin.platform.SignatureVerifier;
import dev.storetwin.platform.Translation;
import dev.storetwin.state.Acceptance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An inbox on disk.
 *
 * <p>How it works: whoever wants something leaves a task; one worker does what has gathered, so that many messages share one force. What is
 * on disk is translated and offered to the twin, which answers later; the answer is a task again. A letter is done when the twin has all
 * its events durably. What the twin could not take, because its disk is full, is offered again with the next message.
 */
public final class DurableInbox implements Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(DurableInbox.class);

    private static final long TIDY_AFTER = 1_000;

    private final InboxSettings settings;
    private final InboxLog log;
    private final Optional<SignatureVerifier> verifier;
    private final PayloadTranslator translator;
    private final Function<TwinEvent, ? extends CompletionStage<? extends Acceptance>> twin;
    private final InboxWorker worker;
    private final SortedMap<Long, Letter> open;
    private final Set<Long> offered = new HashSet<>();
    private final Set<Long> postponed = new HashSet<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final InboxRoom room;
    private long doneSinceTidy;
    private boolean isBroken;

    private DurableInbox(
            InboxSettings settings,
            InboxLog log,
            Optional<SignatureVerifier> verifier,
            PayloadTranslator translator,
            Function<TwinEvent, ? extends CompletionStage<? extends Acceptance>> twin,
            Optional<Executor> executor)
            throws IOException {
        this.settings = settings;
        this.log = log;
        this.verifier = verifier;
        this.translator = translator;
        this.twin = twin;
        this.open = log.read();
        this.room = new InboxRoom(settings);
        open.values().forEach(it -> room.restore(it.bytes()));
        tellParked();
        this.worker = new InboxWorker(executor, this::afterTasks);
    }

    /**
     * Opens an inbox; what was kept there is applied now.
     *
     * @param directory  of its own
     * @param verifier   asked before a message is kept, when there is one
     * @param translator tells what messages say; called by one thread at a time
     * @param twin       takes an event and answers once it is durable: {@code twin::offer}
     * @param executor   the host's; without one a thread named {@code storetwin-inbox} that ends with {@link #close}
     */
    public static DurableInbox open(
            Disk disk,
            Path directory,
            InboxSettings settings,
            Sealing sealing,
            Optional<SignatureVerifier> verifier,
            PayloadTranslator translator,
            Function<TwinEvent, ? extends CompletionStage<? extends Acceptance>> twin,
            Optional<Executor> executor)
            throws IOException {
        var log = InboxLog.open(disk, directory, settings, sealing);
        var inbox = new DurableInbox(settings, log, verifier, translator, twin, executor);
        inbox.worker.add(() -> {});
        return inbox;
    }

    /** A message on its way in. */
    private record Arrival(Letter letter, CompletableFuture<Receipt> receipt) {}

    @Override
    public CompletionStage<Receipt> receive(PlatformMessage message) {
        var check = verifier.map(it -> it.verify(message));
        if (check.orElse(null) instanceof SignatureCheck.Rejected rejected) {
            return CompletableFuture.completedFuture(new Receipt.Rejected(rejected.reason()));
        }
        var letter = new Letter(0, message, check.isPresent(), Optional.empty());
        if (!room.take(letter.bytes())) {
            return CompletableFuture.completedFuture(new Receipt.Busy("""
                    The inbox holds as much as it may (%s).
                    Maybe the twin's disk is full, or parked messages wait for somebody.""".formatted(status())));
        }
        var receipt = new CompletableFuture<Receipt>();
        if (!worker.add(() -> arrivals.add(new Arrival(letter, receipt)))) {
            room.leave(letter.bytes());
            receipt.complete(new Receipt.Busy("The inbox is closed."));
        }
        return receipt;
    }

    /** Runs on the worker, after all tasks that had gathered. */
    private void afterTasks() {
        try {
            if (isBroken) {
                log.recover();
                isBroken = false;
            }
            keepArrivals();
            offerNext();
            tidy();
        } catch (DiskFailed failed) {
            fail(failed);
        }
        tellParked();
    }

    private void tellParked() {
        room.parked(open.values().stream()
                .filter(it -> it.parked().isPresent())
                .map(Letter::asParked)
                .toList());
    }

    private void fail(DiskFailed failed) {
        if (!isBroken) {
            LOG.error("The inbox cannot write", failed);
        }
        isBroken = true;
        arrivals.forEach(it -> {
            room.leave(it.letter().bytes());
            it.receipt().complete(new Receipt.Busy("The inbox cannot write: " + failed.getMessage()));
        });
        arrivals.clear();
    }

    private void keepArrivals() throws DiskFailed {
        if (arrivals.isEmpty()) {
            return;
        }
        var kept = log.keep(arrivals.stream().map(Arrival::letter).toList());
        for (int i = 0; i < kept.size(); i++) {
            open.put(kept.get(i).number(), kept.get(i));
            room.received();
            postponed.clear();
            arrivals.get(i).receipt().complete(new Receipt.Kept(kept.get(i).number()));
        }
        arrivals.clear();
    }

    private void offerNext() throws DiskFailed {
        var next = open.values().stream()
                .filter(it -> it.parked().isEmpty())
                .filter(it -> !offered.contains(it.number()) && !postponed.contains(it.number()))
                .limit(Math.max(0, settings.atOnce() - offered.size()))
                .toList();
        for (var letter : next) {
            offer(letter);
        }
    }

    private void offer(Letter letter) throws DiskFailed {
        var translation = translate(letter);
        if (translation instanceof Translation.Quarantined refused) {
            park(letter, refused.reason() + " (" + refused.path() + ")");
            return;
        }
        offered.add(letter.number());
        var unused = answers(translation)
                .handle((untaken, failure) -> worker.add(
                        () -> answered(letter, failure == null ? untaken : Optional.of(failure.toString()))));
    }

    /** Why the twin has not all of a message's events now; empty when it has. */
    private CompletableFuture<Optional<String>> answers(Translation translation) {
        try {
            var answers = translation.stream()
                    .map(it -> twin.apply(it).toCompletableFuture())
                    .toList();
            return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
                    .thenApply(all -> answers.stream()
                            .map(CompletableFuture::join)
                            .filter(Acceptance.Unavailable.class::isInstance)
                            .map(it -> ((Acceptance.Unavailable) it).reason())
                            .findFirst());
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    /** A translator throws for no message; one that does all the same must not hold up the others. */
    private Translation translate(Letter letter) {
        try {
            return translator.translate(letter.message());
        } catch (RuntimeException broken) {
            LOG.error("The translator failed on message {}: {}", letter.number(), broken.getClass());
            return new Translation.Quarantined(
                    "The translator failed: " + broken.getClass().getSimpleName(), "$");
        }
    }

    private void answered(Letter letter, Optional<String> untaken) {
        offered.remove(letter.number());
        if (untaken.isPresent()) {
            LOG.warn("The twin did not take message {}; it is offered again: {}", letter.number(), untaken.get());
            postponed.add(letter.number());
            return;
        }
        room.applied();
        postponed.clear();
        close(letter);
    }

    private void close(Letter letter) {
        if (open.remove(letter.number()) != null) {
            room.leave(letter.bytes());
            doneSinceTidy++;
            note(letter.number());
        }
    }

    private void note(long number) {
        try {
            if (!isBroken) {
                log.done(number);
            }
        } catch (DiskFailed failed) {
            fail(failed);
        }
    }

    /** A parked letter is written anew with its reason, and the old one is done. */
    private void park(Letter letter, String reason) throws DiskFailed {
        replace(letter, letter.parkedFor(reason));
    }

    private void replace(Letter old, Letter changed) throws DiskFailed {
        var kept = log.keep(List.of(changed)).get(0);
        open.remove(old.number());
        open.put(kept.number(), kept);
        log.done(old.number());
        room.resize(kept.bytes() - old.bytes());
    }

    /** Parked letters that lie far back are written anew, so that the files between can go. */
    private void tidy() throws DiskFailed {
        if (doneSinceTidy == 0 || (doneSinceTidy < TIDY_AFTER && !open.isEmpty())) {
            return;
        }
        doneSinceTidy = 0;
        if (open.isEmpty()) {
            log.forgetAll();
            return;
        }
        for (var old : List.copyOf(open.values())) {
            if (old.parked().isPresent() && log.span(old.number()) > TIDY_AFTER) {
                replace(old, old);
            }
        }
        log.forget(open.firstKey());
    }

    @Override
    public InboxStatus status() {
        return room.status();
    }

    @Override
    public List<ParkedMessage> parked() {
        return room.parked();
    }

    @Override
    public CompletionStage<Boolean> retry(long number, UnaryOperator<PlatformMessage> repair) {
        return onParked(number, letter -> {
            var repaired = letter.repaired(repair.apply(letter.message()));
            replace(letter, repaired);
        });
    }

    @Override
    public CompletionStage<Boolean> discard(long number) {
        return onParked(number, this::close);
    }

    private interface Step {
        void on(Letter letter) throws DiskFailed;
    }

    private CompletionStage<Boolean> onParked(long number, Step step) {
        var answer = new CompletableFuture<Boolean>();
        boolean isOpen = worker.add(() -> {
            var letter = Optional.ofNullable(open.get(number))
                    .filter(it -> it.parked().isPresent());
            try {
                if (letter.isPresent()) {
                    step.on(letter.get());
                }
                answer.complete(letter.isPresent());
            } catch (DiskFailed | RuntimeException failed) {
                answer.completeExceptionally(failed);
            }
        });
        if (!isOpen) {
            answer.complete(false);
        }
        return answer;
    }

    @Override
    public void close() {
        worker.close(() -> {
            try {
                log.close();
            } catch (IOException failed) {
                LOG.error("The inbox could not be closed; what it had kept is kept", failed);
            }
        });
    }
}
