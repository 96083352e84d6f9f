package dev.storetwin.event;

import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.Optional;

/**
 * A decision's action was carried out, by the twin or by the host.
 *
 * @param commitment what is bound now
 * @param action     what was carried out and what stood before; empty where another act on the decision tells it, or nobody does
 */
public record ActionApplied(
        EventHeader header,
        DecisionId decision,
        Capability capability,
        Target target,
        Commitment commitment,
        Optional<ActionOutline> action)
        implements TwinAct, BindingAct {

    /** Without a word on what stood before. */
    public ActionApplied(
            EventHeader header, DecisionId decision, Capability capability, Target target, Commitment commitment) {
        this(header, decision, capability, target, commitment, Optional.empty());
    }

    /** Carried out as decided, at the moment the decision was about. */
    public static ActionApplied of(Decided decided) {
        return at(decided, decided.asOf());
    }

    public static ActionApplied at(Decided decided, Instant occurredAt) {
        return new ActionApplied(
                TwinAct.about("applied", decided.id(), occurredAt),
                decided.id(),
                decided.capability(),
                decided.target(),
                decided.commitment(),
                decided.outline());
    }
}
