package dev.storetwin;

import dev.storetwin.audit.AuditTrail;
import dev.storetwin.audit.Outcome;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.identity.SubjectTokens;
import dev.storetwin.monitor.KpiScorecard;
import dev.storetwin.monitor.QualityReport;
import dev.storetwin.platform.Inbox;
import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.Reconciliation;
import dev.storetwin.platform.SignatureVerifier;
import dev.storetwin.simulation.Scenario;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Quarantine;
import dev.storetwin.state.StateChange;
import dev.storetwin.state.Subscription;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import java.io.IOException;
import java.io.OutputStream;
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
     * {@link #erase} and {@link #close} are refused with an {@link IllegalStateException}, since they would wait for that very thread.
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

    /**
     * Opens the inbox of a platform: its webhooks are acknowledged once they are on disk, sealed, and applied afterwards, again after a
     * crash. What the twin has no room for is tried again by itself. Closed with the twin, or before.
     *
     * @param platform whose messages it takes; one inbox each at a time, so keep it and use it in every handler
     * @param verifier asked before a message is kept
     * @throws IllegalStateException        when the twin has no data directory or is closed, or when the platform's inbox is open already:
     *                                      another translator would be passed over in silence
     * @throws java.io.UncheckedIOException when what lies in it cannot be read
     */
    Inbox inbox(Source platform, PayloadTranslator translator, SignatureVerifier verifier);

    /** An inbox for messages whose signatures were checked already, or that have none. */
    Inbox inbox(Source platform, PayloadTranslator translator);

    /** Keeps the twin true to a platform by reading its lists. How far they were read outlives the twin where it has a data directory. */
    Reconciliation reconciliation(Reconciler platform);

    /**
     * Names for customers that say nothing about them, for platform adapters. With a data directory they are keyed: worth nothing without
     * the keys. Without one they can be recomputed by anybody who knows the customer's id.
     */
    SubjectTokens tokens();

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
     * has no room for is its own wish.
     */
    Flow.Publisher<StateChange> changes(Subscription wishes);

    /**
     * Forgets a person: destroys the keys of all that is personal, so that it can be read nowhere any more, in no copy of the data. What is
     * not personal (that an order was placed, and of what) stays, and no figure of the shop changes. What occurred before and is told later
     * is forgotten too; from a new order on the person is known anew.
     *
     * <p>Searches the journal, and waits up to ten seconds for messages that inboxes are delivering: call it from a worker.
     */
    Erasure erase(SubjectId subject, Actor by);

    /**
     * Writes down all that is held on a person, as JSON lines, personal values in the clear: for that person alone. Reads the whole journal,
     * and the quarantine; messages that wait in an inbox are not in it.
     *
     * @return how many events tell of the person
     */
    long export(SubjectId subject, OutputStream out) throws IOException;

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
    Outcome apply(Decision<?> decision);

    /** Says yes to a decision that waits for it. */
    Outcome approve(Decision<?> decision, Actor by, String comment);

    /** Says no to a decision that waits for a yes. */
    Outcome reject(Decision<?> decision, Actor by, String comment);

    /**
     * Stops all acting at once. Questions are still answered.
     *
     * @return {@link Acceptance.Accepted} when that will be remembered; else acting is stopped all the same, as long as this twin lives
     */
    Acceptance stop(Actor by, String reason);

    /**
     * Lets the twin act again.
     *
     * @return {@link Acceptance.Accepted} when it may; else acting stays stopped, since that could not be written down
     */
    Acceptance release(Actor by, String reason);

    /**
     * Sets how far the twin may go alone from now on; it outlives what the builder was told.
     *
     * @return {@link Acceptance.Accepted} when it is so now; else nothing has changed
     */
    Acceptance grant(Capability capability, Autonomy level, Actor by);

    /**
     * Replaces the guardrails as a whole. Compiles first; takes seconds.
     *
     * @return {@link Acceptance.Accepted} when that was written down; else the rules are in force, and only that is missing
     * @throws RuleSetRefused with every finding; the old rules stay in force
     */
    Acceptance install(RuleSet rules, Actor by);

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
