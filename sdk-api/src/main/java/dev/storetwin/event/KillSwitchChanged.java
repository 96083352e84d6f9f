package dev.storetwin.event;

import dev.storetwin.type.Actor;
import java.time.Instant;

/**
 * Acting was stopped or released.
 *
 * @param engaged whether the twin may not act now
 */
public record KillSwitchChanged(EventHeader header, boolean engaged, Actor by, String reason) implements TwinAct {

    public static KillSwitchChanged of(boolean engaged, Actor by, Instant occurredAt, String reason) {
        var id = (engaged ? "stop@" : "release@") + occurredAt;
        var header = EventHeader.of(TWIN, id, new Entity(EntityKind.TWIN, "kill-switch"), occurredAt);
        return new KillSwitchChanged(header, engaged, by, reason);
    }
}
