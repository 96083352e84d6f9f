package dev.storetwin.core.platform;

import dev.storetwin.core.journal.DiskFailed;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.Inbox;
import dev.storetwin.platform.InboxSettings;
import dev.storetwin.platform.InboxStatus;
import dev.storetwin.platform.ParkedMessage;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Receipt;
import dev.storetwin.platform.Translation;
import dev.storetwin.state.Acceptance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An inbox on disk.
 *
 * <p>How it works: whoever wants something leaves a task; one worker does what has gathered, so that many messages share one force. What is
 * on disk is translated and offered to the twin, which answers later; the answer is a task again. A letter is done when the twin has all
 * its events durably. What the twin had no room for is set aside and offered again: some with each message that comes, more the more is
 * taken, and after a while in any case. What can never be taken is parked.
 */
public final class DurableInbox implements Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(DurableInbox.class);

    private static final int TIDY_AFTER = 1_000;

    private final InboxSettings settings;
    private final InboxLog log;
    private final PlatformAdapter adapter;
    private final Offering offering;
    private final InboxThread thread;
    private final Runnable whenClosed;
    private final InboxWorker worker;
    private final InboxRoom room;
    private final Turns turns;
    private final Backoff backoff = new Backoff();
    private final SortedMap<Long, Letter> open;
    private final Map<Long, List<TwinEvent>> untaken = new HashMap<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Forgetting> forgettings = new ArrayList<>();
    private long doneSinceTidy;
    private boolean isBroken;
    private boolean isAwaited;
    private boolean isClosed;

    private DurableInbox(
            InboxSettings settings,
            InboxLog log,
            PlatformAdapter adapter,
            Offering offering,
            InboxThread thread,
            Runnable whenClosed)
            throws IOException {
        this.settings = settings;
        this.log = log;
        this.adapter = adapter;
        this.offering = offering;
        this.thread = thread;
        this.whenClosed = whenClosed;
        this.worker = new InboxWorker(thread.executor(), this::afterTasks);
        this.room = new InboxRoom(settings);
        this.turns = new Turns(settings.atOnce());
        this.open = log.read();
        open.values().forEach(this::restore);
    }

    private void restore(Letter letter) {
        room.restore(letter);
        if (!letter.isParked()) {
            turns.add(letter.number());
        }
    }

    /**
     * Opens an inbox; what was kept there is applied now, on a thread named {@code storetwin-inbox} that ends with {@link #close}.
     *
     * @param twin       takes an event and answers once it is durable: {@code twin::offer}
     * @param whenClosed told once, when its files are closed and its threads are gone
     */
    public static DurableInbox open(
            InboxPlace place,
            InboxSettings settings,
            PlatformAdapter adapter,
            Function<TwinEvent, ? extends CompletionStage<? extends Acceptance>> twin,
            Runnable whenClosed)
            throws IOException {
        return open(place, settings, adapter, twin, InboxThread.own(), whenClosed);
    }

    static DurableInbox open(
            InboxPlace place,
            InboxSettings settings,
            PlatformAdapter adapter,
            Function<TwinEvent, ? extends CompletionStage<? extends Acceptance>> twin,
            InboxThread thread,
            Runnable whenClosed)
            throws IOException {
        var log = InboxLog.open(place, settings);
        try {
            var inbox = new DurableInbox(settings, log, adapter, new Offering(twin), thread, whenClosed);
            inbox.worker.add(() -> {});
            return inbox;
        } catch (IOException | RuntimeException unreadable) {
            log.close();
            throw unreadable;
        }
    }

    /** A message on its way in. */
    private record Arrival(Letter letter, CompletableFuture<Receipt> receipt) {}

    @Override
    public CompletionStage<Receipt> receive(PlatformMessage message) {
        if (message.size() > settings.messageBytes()) {
            return CompletableFuture.completedFuture(
                    new Receipt.Rejected("""
                    The message has %d bytes, and may have %d.
                    Maybe InboxSettings.withMessageBytes should allow more.""".formatted(message.size(), settings.messageBytes())));
        }
        return adapter.objection(message)
                .<CompletionStage<Receipt>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> take(Letter.arriving(message, adapter.verifies())));
    }

    private CompletionStage<Receipt> take(Letter letter) {
        if (!room.take(letter.bytes())) {
            return CompletableFuture.completedFuture(new Receipt.Busy("""
                    The inbox holds as much as it may (%s).
                    Maybe the twin's disk is full, or parked messages wait for somebody.""".formatted(status())));
        }
        var receipt = new CompletableFuture<Receipt>();
        if (!worker.add(() -> arrivals.add(new Arrival(letter, receipt)))) {
            room.leave(letter);
            receipt.complete(new Receipt.Busy("The inbox is closed."));
        }
        return receipt;
    }

    /** Runs on the worker, after all tasks that had gathered. */
    private void afterTasks() {
        keepArrivals();
        offerNext();
        forgetWhatIsDue();
        tidy();
        wakeLater();
    }

    private void keepArrivals() {
        if (arrivals.isEmpty()) {
            return;
        }
        var all = List.copyOf(arrivals);
        arrivals.clear();
        List<Letter> kept;
        try {
            kept = log.keep(all.stream().map(Arrival::letter).toList());
            isBroken = false;
        } catch (DiskFailed | RuntimeException | Error failed) {
            broken(failed);
            all.forEach(it -> turnAway(it, failed));
            return;
        }
        for (int i = 0; i < kept.size(); i++) {
            kept(kept.get(i), all.get(i));
        }
    }

    private void kept(Letter letter, Arrival arrival) {
        open.put(letter.number(), letter);
        room.received();
        turns.release(1);
        turns.add(letter.number());
        arrival.receipt().complete(new Receipt.Kept(letter.number()));
    }

    private void turnAway(Arrival arrival, Throwable failed) {
        room.leave(arrival.letter());
        boolean isOfDisk = failed instanceof IOException || failed instanceof UncheckedIOException;
        var reason = isOfDisk ? failed.getMessage() : Fault.words(failed);
        arrival.receipt().complete(new Receipt.Busy("The inbox cannot write: " + reason));
    }

    private void broken(Throwable failed) {
        if (!isBroken) {
            LOG.error("The inbox of {} cannot write; it is tried again", adapter.source(), failed);
        }
        isBroken = true;
    }

    private void offerNext() {
        for (var next = turns.next(); next.isPresent(); next = turns.next()) {
            offer(letter(next.get()));
        }
    }

    /** One that has its turn, and so is there. */
    private Letter letter(long number) {
        return Objects.requireNonNull(open.get(number));
    }

    private void offer(Letter letter) {
        var left = untaken.get(letter.number());
        if (left != null) {
            offer(letter, left);
            return;
        }
        var translation = adapter.translate(letter);
        if (translation instanceof Translation.Quarantined refused) {
            turns.over();
            park(letter, refused.reason() + " (" + refused.path() + ")");
        } else {
            offer(letter, translation.events());
        }
    }

    private void offer(Letter letter, List<TwinEvent> events) {
        var unused = offering.offer(events).thenAccept(answer -> worker.add(() -> answered(letter.number(), answer)));
    }

    private void answered(long number, Offering.Answer answer) {
        if (answer instanceof Offering.NotNow later) {
            untaken.put(number, later.left());
            turns.setAside(number);
            LOG.debug("The twin did not take message {}: {}", number, later.reason());
            return;
        }
        untaken.remove(number);
        turns.over();
        if (answer instanceof Offering.Never refused) {
            park(letter(number), refused.reason());
        } else {
            applied(letter(number));
        }
    }

    /** Where there is room again, two of those that wait may come for each that was taken. */
    private void applied(Letter letter) {
        backoff.reset();
        turns.release(2);
        open.remove(letter.number());
        room.applied(letter);
        doneSinceTidy++;
        note(() -> log.done(letter.number()));
    }

    private void park(Letter letter, String reason) {
        var parked = letter.parkedFor(reason);
        open.put(parked.number(), parked);
        room.park(parked);
        note(() -> log.parked(parked.number(), reason));
    }

    private interface Writing {
        void run() throws DiskFailed;
    }

    /** What cannot be noted is done again after a restart. */
    private void note(Writing words) {
        if (!isBroken) {
            attempt(words);
        }
    }

    private void attempt(Writing step) {
        try {
            step.run();
            isBroken = false;
        } catch (DiskFailed | RuntimeException | Error failed) {
            broken(failed);
        }
    }

    /** As often as it costs little against what came in between, however many letters are parked. */
    private void tidy() {
        boolean isTime = open.isEmpty() || doneSinceTidy >= Math.max(TIDY_AFTER, open.size());
        if (doneSinceTidy > 0 && isTime) {
            attempt(this::tidyNow);
        }
    }

    /** Letters that lie far back are written anew, so that the files between can go. */
    private void tidyNow() throws DiskFailed {
        if (open.isEmpty()) {
            log.forgetAll();
        } else {
            var far = open.values().stream()
                    .filter(it -> log.span(it.place()) > TIDY_AFTER)
                    .toList();
            log.move(far).forEach(it -> open.put(it.number(), it));
            log.forget(open.values().stream().mapToLong(Letter::place).min().orElseThrow());
        }
        doneSinceTidy = 0;
    }

    /** When nobody comes, what waits is tried again all the same. */
    private void wakeLater() {
        if (isAwaited || (turns.aside() == 0 && !isBroken)) {
            return;
        }
        isAwaited = true;
        var time = backoff.next();
        LOG.warn("{} messages of {} wait for room or for the disk; again in {}", turns.aside(), adapter.source(), time);
        thread.alarm().after(time, () -> worker.add(this::wake));
    }

    private void wake() {
        isAwaited = false;
        if (isBroken) {
            attempt(log::commit);
        }
        turns.release(settings.atOnce());
    }

    /** A wish that what is delivered become unreadable, which waits until what was there when it came is delivered. */
    private static final class Forgetting {

        private final CompletableFuture<List<ParkedMessage>> answer = new CompletableFuture<>();
        private Optional<Set<Long>> awaited = Optional.empty();

        /** Whether nothing is awaited any more. */
        boolean isDue(Map<Long, Letter> open) {
            var left = new HashSet<>(awaited.orElseGet(open::keySet));
            left.removeIf(it -> !open.containsKey(it) || open.get(it).isParked());
            awaited = Optional.of(left);
            return left.isEmpty();
        }
    }

    /**
     * Makes all messages unreadable that were delivered, in every copy of the files; those that are there now are delivered first. Done when
     * the stage is complete.
     *
     * @return the messages that are parked and stay
     */
    public CompletionStage<List<ParkedMessage>> forgetDelivered() {
        var forgetting = new Forgetting();
        if (!worker.add(() -> forgettings.add(forgetting))) {
            forgetting.answer.completeExceptionally(new IllegalStateException("The inbox is closed."));
        }
        return forgetting.answer;
    }

    /**
     * The same for an inbox that nobody has open.
     *
     * @return how many messages wait in it, which stay
     */
    public static int forgetDelivered(InboxPlace place, InboxSettings settings) throws IOException {
        try (var log = InboxLog.open(place, settings)) {
            var waiting = List.copyOf(log.read().values());
            log.forgetOthers(waiting);
            return waiting.size();
        }
    }

    private void forgetWhatIsDue() {
        var due = forgettings.stream().filter(it -> it.isDue(open)).toList();
        if (due.isEmpty()) {
            return;
        }
        forgettings.removeAll(due);
        try {
            log.forgetOthers(List.copyOf(open.values())).forEach(it -> open.put(it.number(), it));
            due.forEach(it -> it.answer.complete(room.parked()));
        } catch (DiskFailed | RuntimeException | Error failed) {
            broken(failed);
            due.forEach(it -> it.answer.completeExceptionally(failed));
        }
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
            var repaired = log.move(List.of(letter.repaired(repair.apply(letter.message()))))
                    .get(0);
            open.put(number, repaired);
            room.unpark(letter, repaired);
            turns.add(number);
        });
    }

    @Override
    public CompletionStage<Boolean> discard(long number) {
        return onParked(number, letter -> {
            log.done(number);
            log.commit();
            open.remove(number);
            room.leave(letter);
            doneSinceTidy++;
        });
    }

    private interface Step {
        void on(Letter letter) throws DiskFailed;
    }

    private CompletionStage<Boolean> onParked(long number, Step step) {
        var answer = new CompletableFuture<Boolean>();
        boolean isOpen = worker.add(() -> {
            var letter = Optional.ofNullable(open.get(number)).filter(Letter::isParked);
            try {
                if (letter.isPresent()) {
                    step.on(letter.get());
                }
                answer.complete(letter.isPresent());
            } catch (Throwable failed) {
                answer.completeExceptionally(failed);
            }
        });
        if (!isOpen) {
            answer.complete(false);
        }
        return answer;
    }

    /** @throws IllegalStateException when it is closed on its own thread */
    public void requireMayWait(String what) {
        if (worker.isHere()) {
            throw new IllegalStateException("""
                    %s was called on the thread of the inbox of %s, and would wait for that thread for ever.
                    Maybe call it from a stage that was made by an async method, such as thenRunAsync.""".formatted(what, adapter.source()));
        }
    }

    @Override
    public void close() {
        requireMayWait("Inbox.close()");
        worker.close();
        closeOnce();
    }

    /** Who closes it a second time waits for the first. */
    private synchronized void closeOnce() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        thread.close();
        try {
            log.close();
        } catch (IOException failed) {
            LOG.error("The inbox of {} could not be closed; what it had kept is kept", adapter.source(), failed);
        }
        whenClosed.run();
    }
}
