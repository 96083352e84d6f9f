package dev.storetwin.event;

import dev.storetwin.type.DecisionId;
import java.time.Instant;

/**
 * A decision's action could not be carried out; nothing is bound.
 *
 * @param reason in the platform's words
 */
public record ActionFailed(EventHeader header, DecisionId decision, String reason) implements TwinAct {

    public static ActionFailed of(Decided decided, Instant occurredAt, String reason) {
        return new ActionFailed(TwinAct.about("failed", decided.id(), occurredAt), decided.id(), reason);
    }
}
