package dev.storetwin.event;

import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Target;

/**
 * The twin decided.
 *
 * @param commitment what it would bind
 * @param status     as the decision says
 */
public record DecisionMade(
        EventHeader header,
        DecisionId decision,
        Capability capability,
        Target target,
        Commitment commitment,
        String status)
        implements TwinAct {

    public static DecisionMade of(Decided decided, String status) {
        return new DecisionMade(
                TwinAct.about("decided", decided.id(), decided.asOf()),
                decided.id(),
                decided.capability(),
                decided.target(),
                decided.commitment(),
                status);
    }
}
