package dev.storetwin.event;

import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import java.time.Instant;

/**
 * An operator froze trying things to learn, or let it go on.
 *
 * @param frozen whether nothing but the best may be done now
 */
public record ExplorationChanged(EventHeader header, Capability capability, boolean frozen, Actor by, String reason)
        implements TwinAct {

    public static ExplorationChanged of(
            Capability capability, boolean frozen, Actor by, Instant occurredAt, String reason) {
        var name = document(capability);
        var id = "%s:%s@%s".formatted(name, frozen ? "frozen" : "resumed", occurredAt);
        var header = EventHeader.of(TWIN, id, new Entity(EntityKind.TWIN, name), occurredAt);
        return new ExplorationChanged(header, capability, frozen, by, reason);
    }

    /** The name of the document that tells of one capability. */
    public static String document(Capability capability) {
        return "exploration:" + capability;
    }
}
