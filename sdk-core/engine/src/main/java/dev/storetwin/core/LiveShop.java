package dev.storetwin.core;

import dev.storetwin.Backlog;
import dev.storetwin.LoadReport;
import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.memory.EventLog;
import dev.storetwin.core.memory.PublishListener;
import dev.storetwin.core.memory.Storage;
import dev.storetwin.core.memory.StorageUnavailable;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.UnreadableDocument;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.SubjectId;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shop as it is now: the one place that changes state. Readers take the published state and never wait.
 *
 * <p>How it works: a group of events is folded onto the newest state, what changed it is kept in the log, and only then the new state is
 * published and the events are answered. When the log has no room the state before the group stands, as if the group had never come. What is
 * kept is known for good: whatever fails after that is logged, and takes nothing back.
 *
 * <p>The newest state and the published one differ only while a load is under way, which publishes at its end, or when a group that comes
 * meanwhile is published with all that was kept before it.
 */
final class LiveShop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveShop.class);

    private static final String CLOSED = "The twin is closed.";

    private final EventCodec codec;
    private final EventFold fold;
    private final QualityGate qualityGate;
    private final Storage storage;
    private final EventLog log;
    private final Erasing erasing;
    private final AuditTrail audit;
    private final Clock clock;
    private final Optional<Sequencer> sequencer;
    private final List<PublishListener> listeners;
    private final AtomicReference<Instant> lastAct = new AtomicReference<>(Instant.MIN);
    private final Object turn = new Object();
    private final Object acts = new Object();
    private volatile ShopState state;
    private ShopState newest;
    private boolean isClosed;

    /**
     * @param storage     holds what is known already
     * @param qualityGate looks at what comes in
     * @param listeners   hear of every state, in order
     */
    LiveShop(Storage storage, QualityGate qualityGate, AuditTrail audit, Clock clock, List<PublishListener> listeners) {
        this.storage = storage;
        this.qualityGate = qualityGate;
        this.state = storage.state();
        this.newest = state;
        this.codec = storage.codec();
        this.log = storage.log();
        this.erasing = new Erasing(storage, qualityGate);
        this.audit = audit;
        this.clock = clock;
        this.fold = new EventFold(codec, this::nextMoment, storage.workers());
        this.sequencer = storage.queue().map(it -> new Sequencer(it.capacity(), it.executor(), this::takeGroup));
        this.listeners =
                Stream.concat(listeners.stream(), storage.listener().stream()).toList();
    }

    ShopState state() {
        return state;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * A moment for an act of the twin itself, after every earlier one, also when the clock stands still or was set back: acts are versioned
     * by it, in microseconds, and the newest counts.
     */
    Instant nextMoment() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var known = state.lastAct();
        return lastAct.updateAndGet(last -> now.isAfter(last) && now.isAfter(known)
                ? now
                : Collections.max(List.of(last, known)).plus(1, ChronoUnit.MICROS));
    }

    AuditTrail audit() {
        return audit;
    }

    /** Waits until the event is kept. */
    Acceptance accept(TwinEvent event) {
        requireOutside("accept");
        try {
            var encoded = codec.encode(event);
            return sequencer.map(it -> it.accept(encoded)).orElseGet(() -> takeGroup(List.of(encoded))
                    .get(0));
        } catch (UncheckedIOException noKey) {
            return unsealed(event, noKey);
        }
    }

    /** Waits until all are kept, which they are together where the disk allows. */
    List<Acceptance> acceptAll(List<? extends TwinEvent> events) {
        requireOutside("accept");
        try {
            var encoded = events.stream().map(codec::encode).toList();
            return sequencer.map(it -> it.acceptAll(encoded)).orElseGet(() -> takeGroup(encoded));
        } catch (UncheckedIOException noKey) {
            return events.stream().map(it -> unsealed(it, noKey)).toList();
        }
    }

    /** A new owner's key needs the disk too. */
    private static Acceptance unsealed(TwinEvent event, UncheckedIOException noKey) {
        LOG.warn(
                "{} was not taken: no key for what is personal in it",
                event.header().key(),
                noKey);
        return new Acceptance.Unavailable(String.valueOf(noKey.getMessage()));
    }

    /** Does not wait for the disk. */
    CompletionStage<Acceptance> offer(TwinEvent event) {
        if (sequencer.isEmpty()) {
            requireOutside("offer");
        }
        try {
            var encoded = codec.encode(event);
            return sequencer
                    .map(it -> it.offer(encoded))
                    .orElseGet(() -> CompletableFuture.completedFuture(
                            takeGroup(List.of(encoded)).get(0)));
        } catch (UncheckedIOException noKey) {
            return CompletableFuture.completedFuture(unsealed(event, noKey));
        }
    }

    /** Why what was accepted and audited might not outlast a loss of power; empty when it will. */
    Optional<String> force() {
        try {
            log.force();
            audit.flush();
            return Optional.empty();
        } catch (StorageUnavailable | RuntimeException full) {
            LOG.warn("What was accepted and audited could not be forced to disk", full);
            return Optional.of(String.valueOf(full.getMessage()));
        }
    }

    Backlog backlog() {
        return sequencer.map(it -> new Backlog(it.waiting(), it.capacity())).orElse(Backlog.NONE);
    }

    /** Runs one act of the twin or of an operator: none is judged while another changes what it is judged by. */
    <T> T act(Supplier<T> act) {
        requireMayWait("An act of the twin or of an operator");
        synchronized (acts) {
            return act.get();
        }
    }

    /** An event in the midst of others would be taken onto a state that is replaced afterwards, or would wait for itself. */
    private void requireOutside(String what) {
        if (Thread.holdsLock(turn)) {
            throw new IllegalStateException("""
                    %s was called while the same thread takes other events, by something that hears of them before they are answered.
                    Maybe hand the event to another thread, or accept it when those are answered.""".formatted(what));
        }
    }

    /**
     * Asked before anything that others may hold up who wait for an event to be taken.
     *
     * @throws IllegalStateException on the thread that takes events; also logged, since a stage keeps its exceptions to itself
     */
    void requireMayWait(String what) {
        requireOutside(what);
        if (sequencer.filter(Sequencer::isHere).isPresent()) {
            var refused = new IllegalStateException("""
                    %s was asked for on the twin's own thread, by what hangs on the answer to an offered event, and would wait for that thread for ever.
                    Maybe use an async method of the stage, such as thenAcceptAsync; accept, offer and load work there too.""".formatted(what));
            LOG.error("Refused", refused);
            throw refused;
        }
    }

    /**
     * Forgets a person as of a moment, which is past.
     *
     * @return what is left of them
     */
    Erasing.Left forget(SubjectId subject, Instant at) {
        ShopState now;
        Optional<String> unwritten;
        synchronized (turn) {
            unwritten = erasing.begin(Set.of(subject), at);
            now = newest;
        }
        var left = erasing.finish(now, Set.of(subject));
        return new Erasing.Left(left.standing(), unwritten.or(left::unread));
    }

    private List<Acceptance> takeGroup(List<EncodedEvent> events) {
        synchronized (turn) {
            try {
                var passed = keep(events, storage::tend);
                publish(events, passed.answers());
                return passed.answers();
            } catch (StorageUnavailable full) {
                LOG.warn("{} events were not taken", events.size(), full);
                return Collections.nCopies(events.size(), new Acceptance.Unavailable(full.reason()));
            } catch (UnreadableDocument unreadable) {
                return events.size() == 1 ? unread(events.get(0), unreadable) : oneByOne(events);
            }
        }
    }

    /** Makes the newest state of what passes. When this returns all of that is kept, and none of it when it fails. */
    private QualityGate.Passed keep(List<EncodedEvent> events, UnaryOperator<ShopState> tend)
            throws StorageUnavailable {
        if (isClosed) {
            throw new StorageUnavailable(CLOSED);
        }
        var passed = qualityGate.take(newest, events, fold, now());
        erasing.meet(newest, events, passed.kept(), this::nextMoment);
        log.keep(passed.state().revision(), passed.kept());
        newest = passed.state();
        afterwards("Moving documents", () -> newest = tend.apply(newest));
        afterwards("Counting what came in", () -> qualityGate.settle(events, passed));
        return passed;
    }

    /** Runs what comes after keeping. What is kept stands, whatever happens here. */
    private static void afterwards(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error failed) {
            LOG.error("{} failed; the events are kept all the same", what, failed);
        }
    }

    /** What is known of one event's document cannot be read; that is no reason to turn the others away. */
    private List<Acceptance> oneByOne(List<EncodedEvent> events) {
        return events.stream().flatMap(it -> takeGroup(List.of(it)).stream()).toList();
    }

    private static List<Acceptance> unread(EncodedEvent event, UnreadableDocument why) {
        LOG.warn("{} was not taken: what is known of its document cannot be read", event.key(), why);
        return List.of(new Acceptance.Unavailable(String.valueOf(why.getMessage())));
    }

    private void publish(List<EncodedEvent> events, List<Acceptance> answers) {
        var before = state;
        var after = newest;
        state = after;
        tell(it -> it.published(before, after, events, answers));
        for (int i = 0; i < events.size(); i++) {
            confirm(events.get(i), answers.get(i));
        }
    }

    /** One listener that fails keeps no other from hearing. */
    private void tell(Consumer<PublishListener> news) {
        listeners.forEach(it -> afterwards("Telling a listener", () -> news.accept(it)));
    }

    /** Our own price coming back is written down as the proof that it was carried out. */
    private void confirm(EncodedEvent event, Acceptance answer) {
        if (answer instanceof Acceptance.Accepted accepted) {
            accepted.echoOf()
                    .ifPresent(decision -> note(new Outcome(
                            decision, OutcomeKind.CONFIRMED, event.receivedAt(), "reported back as " + event.key())));
        }
    }

    /**
     * Takes many events. They become visible at its end, or earlier with an event that somebody else has accepted meanwhile. When the disk has
     * no room any more, or the events break off with an exception, those before that stand.
     */
    LoadReport load(Iterator<? extends TwinEvent> events) {
        requireOutside("load");
        var before = state;
        var tally = new LoadTally();
        var batches = new LoadBatches(events, codec, storage.workers());
        try {
            for (var batch = batches.next(); !batch.isEmpty(); batch = batches.next()) {
                take(batch, tally);
            }
        } catch (StorageUnavailable | UncheckedIOException full) {
            LOG.warn("A load broke off at revision {}", state.revision(), full);
            tally.brokeOff(String.valueOf(full.getMessage()));
        } finally {
            publish(before);
        }
        tally.echoes().forEach(this::confirm);
        batches.requireWhole();
        return tally.report();
    }

    private void take(List<EncodedEvent> batch, LoadTally tally) throws StorageUnavailable {
        synchronized (turn) {
            tally.add(batch, keep(batch, storage::tendWaiting).answers());
        }
    }

    private void publish(ShopState before) {
        synchronized (turn) {
            if (!isClosed) {
                afterwards("Moving documents", () -> newest = storage.settle(newest));
            }
            var after = newest;
            state = after;
            tell(it -> it.loaded(before, after));
        }
    }

    /**
     * Writes an act of an operator down. One that cannot be written down has happened all the same, and the log says so.
     *
     * @return why it could not be written down
     */
    Optional<String> note(String what, String detail) {
        try {
            audit.append(new AuditEntry.Noted(clock.instant(), what, detail));
            return Optional.empty();
        } catch (RuntimeException unwritten) {
            LOG.error("'{}' cannot be audited", what, unwritten);
            return Optional.of(
                    "'%s' could not be written to the audit trail: %s".formatted(what, unwritten.getMessage()));
        }
    }

    /** What cannot be written down has happened all the same; then the outcome and the log say so. */
    Outcome note(Outcome outcome) {
        try {
            audit.append(new AuditEntry.Happened(outcome));
            return outcome;
        } catch (RuntimeException unwritten) {
            LOG.error("Outcome {} of {} cannot be audited", outcome.kind(), outcome.decision(), unwritten);
            return new Outcome(
                    outcome.decision(),
                    outcome.kind(),
                    outcome.at(),
                    outcome.detail() + " (not written to the audit trail)");
        }
    }

    /** Works off what waits, then takes nothing any more. What is known can still be read. */
    @Override
    public void close() {
        sequencer.ifPresent(Sequencer::close);
        synchronized (turn) {
            isClosed = true;
        }
    }
}
