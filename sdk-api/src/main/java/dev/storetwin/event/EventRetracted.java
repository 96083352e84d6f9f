package dev.storetwin.event;

import java.time.Instant;

/**
 * An earlier event was wrong and is taken back, as if it had never been. It may arrive before the event it retracts.
 *
 * @param header    its entity is the document of the retracted event
 * @param retracted the event that is taken back
 * @param reason    in the source's words
 */
public record EventRetracted(EventHeader header, EventKey retracted, String reason) implements TwinEvent {

    /** Takes back an event that the host still holds. */
    public static EventRetracted of(TwinEvent wrong, Instant occurredAt, String reason) {
        var key = wrong.header().key();
        var header = EventHeader.of(key.source(), "retract:" + key.eventId(), wrong.document(), occurredAt);
        return new EventRetracted(header, key, reason);
    }
}
