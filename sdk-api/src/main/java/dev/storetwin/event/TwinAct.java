package dev.storetwin.event;

import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Source;
import java.time.Instant;

/** What the twin, or an operator through it, did. The same journal holds it, so that budgets, approvals and the kill switch survive. */
public sealed interface TwinAct extends TwinEvent
        permits DecisionMade,
                ApprovalAsked,
                ActionReserved,
                ActionApplied,
                ActionFailed,
                DecisionApproved,
                DecisionRejected,
                DecisionRolledBack,
                AutonomyChanged,
                KillSwitchChanged,
                ExplorationChanged,
                ExperimentStarted,
                ExperimentStopped,
                RulesInstalled,
                ModelInstalled {

    /** Events that the twin writes itself come from here. */
    Source TWIN = Source.of("twin");

    /**
     * The header of an act on a decision. Acts on one decision are one document; the moment is part of their id, since an action may be tried
     * again after it failed.
     */
    static EventHeader about(String verb, DecisionId decision, Instant occurredAt) {
        var entity = new Entity(EntityKind.DECISION, decision.value());
        return EventHeader.of(TWIN, verb + ":" + decision + "@" + occurredAt, entity, occurredAt);
    }
}
