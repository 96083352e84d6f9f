package dev.storetwin;

import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Outcome;
import dev.storetwin.decision.Decision;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.monitor.KpiScorecard;
import dev.storetwin.monitor.QualityReport;
import dev.storetwin.simulation.Scenario;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Quarantine;
import dev.storetwin.state.StateChange;
import dev.storetwin.state.Subscription;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Actor;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * The digital twin of one shop: feed it events, ask it questions, let it act within the merchant's guardrails.
 *
 * <p>All methods may be called from any thread. No question ever throws for what the world lacks: the answer is then "do nothing", with
 * the reason. Made by {@code dev.storetwin.core.StoreTwin.builder()}.
 */
public interface Twin extends AutoCloseable {

    /**
     * Takes one event. Events may come repeatedly and in any order.
     *
     * <p>With a data directory it waits until the event is safe on disk: call it from a worker. A full disk is an answer
     * ({@link Acceptance.Unavailable}), not an exception.
     */
    Acceptance accept(TwinEvent event);

    /**
     * Takes one event without waiting for the disk: for request threads. The stage completes once the event is safe and visible; when too
     * many wait already it is complete at once with {@link Acceptance.Unavailable}. What hangs on the stage runs on the twin's own thread
     * unless an {@code async} method is used, and keeps other events waiting. {@link #accept} and {@link #load} work there; acts such as
     * {@link People#erase} and {@link #close} are refused with an {@link IllegalStateException}, since they would wait for that very thread.
     */
    CompletionStage<Acceptance> offer(TwinEvent event);

    /**
     * Takes many events at once: months of history, or a backlog. They become visible together, after the last one; when somebody else has
     * an event accepted meanwhile, those that were kept before it become visible with it. After a crash in its midst, load again: what is
     * known by then is a duplicate.
     *
     * <p>The stream is pulled in the caller's thread while the twin goes on, so it may ask the twin, accept events, or wait for somebody who
     * does. When it breaks off with an exception, what came before is kept, and the exception thrown. When the disk has no room any more, the
     * report says so.
     */
    LoadReport load(Stream<? extends TwinEvent> events);

    /** How many events wait for the disk, and how many may. Always empty without a data directory. */
    Backlog backlog();

    /** Events that were refused, kept until somebody repairs or discards them. */
    Quarantine quarantine();

    /** What came in since the twin was opened, source by source: how much, how late, how odd, and which source is silent. */
    QualityReport quality();

    /** What the twin listens to: inboxes for webhooks, lists to compare with, names for customers. */
    Platforms platforms();

    /** What is true now. */
    TwinState state();

    /**
     * What the twin knew when its journal ended at a revision: nothing that it heard later is in it. Reads the nearest snapshot and the
     * journal after it, so it takes as long as that.
     *
     * @param revision of a state that was once seen, such as the one of a decision
     * @return empty when that is not kept any more, or, without a data directory, for every revision but the present one
     */
    Optional<TwinState> knownAt(long revision);

    /**
     * Tells of every change from now on, or of those that were asked for. A slow subscriber never holds the twin up: what becomes of what it
     * has no room for is its own wish. All subscribers share one thread: one that blocks in {@code onNext} keeps the others waiting.
     */
    Flow.Publisher<StateChange> changes(Subscription wishes);

    /** What the twin holds on persons: handed out to them, or forgotten. */
    People people();

    /** The numbers that models, rules and people look at: now, in the past, and to learn from. */
    LiveFeatures features();

    Forecasting forecasting();

    Pricing pricing();

    Inventory inventory();

    /**
     * Carries a decision out through the platform and remembers it, once. It is refused when no guardrails are configured, when it waits
     * for approval, when autonomy or the kill switch forbid it, or when the shop has moved on so that it would no longer be allowed.
     *
     * <p>May wait for the platform: call it from a worker, not from a request thread.
     */
    default Outcome apply(Decision<?> decision) {
        return apply(decision, Actor.HOST);
    }

    /**
     * The same for somebody by name. A decision that needs a yes joins {@link Controls#pending()} and is carried out by {@link Controls#apply}.
     *
     * @param by who wants it carried out
     */
    Outcome apply(Decision<?> decision, Actor by);

    /** The decisions that were made: why, whether they come out the same again, and what became of them. */
    Decisions decisions();

    /** How far the twin may go, and what operators say to single decisions. */
    Controls controls();

    /** The merchant's rules, and how others take their place. */
    Rules rules();

    /** A branch of the shop as it is now. */
    Scenario scenario();

    /** Key figures of a span of days. */
    KpiScorecard scorecard(LocalDate from, LocalDate until);

    AuditTrail audit();

    /**
     * Works off what waits, then gives back all files and threads; again, it does nothing. After that the twin takes no events (the answer is
     * {@link Acceptance.Unavailable}), advises and does nothing, and tells what it knew, as far as that does not lie on disk alone.
     */
    @Override
    void close();
}
