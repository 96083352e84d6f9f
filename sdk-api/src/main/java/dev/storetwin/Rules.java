package dev.storetwin;

import dev.storetwin.decision.DecisionRange;
import dev.storetwin.decision.ShadowReport;
import dev.storetwin.decision.ShadowWatch;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The merchant's rules of a twin. They are replaced as a whole: every decision is made by one set, from its beginning to its end. */
public interface Rules {

    /** In force now; empty when the twin has none, or when its first are not ready. */
    Optional<RuleSet> inForce();

    /**
     * Completes when the rules that the twin was built with are in force, with nothing when it was built without; exceptionally with a
     * {@link RuleSetRefused} when they cannot be used, and then every action stays blocked until others are installed. What hangs on it runs
     * on a thread of the twin unless an {@code async} method is used.
     */
    CompletionStage<Optional<RuleSet>> ready();

    /**
     * Replaces the rules. Compiles first, unless that was done before; takes seconds.
     *
     * @return {@link Acceptance.Accepted} when that was written down; else the rules are in force, and only that is missing
     * @throws RuleSetRefused with every finding; the old rules stay in force
     */
    Acceptance install(RuleSet rules, Actor by);

    /** The same on a thread of the twin: for request threads. Sets are put in force in the order in which they were asked for. */
    CompletionStage<Acceptance> installLater(RuleSet rules, Actor by);

    /**
     * Which past decisions would come out otherwise under other rules; nothing is put in force and nothing written down. Each is made again
     * from what was known then, under the options of its time. Compiles first, then reads the audit trail and the journal: call it from a
     * worker. A decision that cannot be made again is told with the reason.
     *
     * @throws RuleSetRefused with every finding
     */
    ShadowReport shadow(RuleSet rules, DecisionRange past, ShadowWatch watch);

    /** The same for the newest thousand decisions. */
    default ShadowReport shadow(RuleSet rules) {
        return shadow(rules, DecisionRange.newest(1_000), ShadowWatch.PATIENT);
    }
}
