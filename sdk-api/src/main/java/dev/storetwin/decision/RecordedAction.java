package dev.storetwin.decision;

import dev.storetwin.proposal.Action;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.Target;

/**
 * An action as a record of it tells: enough to explain it and to compare it, whatever kind it was of.
 *
 * @param describe as it put itself into words
 */
public record RecordedAction(Capability capability, Target target, Commitment commitment, String describe)
        implements Action {}
