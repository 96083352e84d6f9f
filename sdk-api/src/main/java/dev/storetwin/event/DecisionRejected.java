package dev.storetwin.event;

import dev.storetwin.type.Actor;
import dev.storetwin.type.DecisionId;
import java.time.Instant;

/** Somebody with the right to do so said no. */
public record DecisionRejected(EventHeader header, DecisionId decision, Actor by, String comment) implements TwinAct {

    public static DecisionRejected of(DecisionId decision, Actor by, Instant occurredAt, String comment) {
        return new DecisionRejected(TwinAct.about("rejected", decision, occurredAt), decision, by, comment);
    }
}
