package dev.storetwin.event;

import dev.storetwin.type.Actor;
import dev.storetwin.type.DecisionId;
import java.time.Instant;

/** Somebody with the right to do so said yes. */
public record DecisionApproved(EventHeader header, DecisionId decision, Actor by, String comment) implements TwinAct {

    public static DecisionApproved of(DecisionId decision, Actor by, Instant occurredAt, String comment) {
        return new DecisionApproved(TwinAct.about("approved", decision, occurredAt), decision, by, comment);
    }
}
