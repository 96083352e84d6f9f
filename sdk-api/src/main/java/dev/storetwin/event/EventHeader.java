package dev.storetwin.event;

import dev.storetwin.type.Source;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an event comes from, what it is about and when it happened.
 *
 * @param key        what makes it the same event when it is delivered twice
 * @param entity     the thing that it tells about
 * @param version    how new its knowledge of the entity is, as its source counts
 * @param occurredAt when it happened in the world
 * @param receivedAt when we heard of it
 * @param cause      the event or act that led to it, where known
 */
public record EventHeader(
        EventKey key,
        Entity entity,
        SourceVersion version,
        Instant occurredAt,
        Instant receivedAt,
        Optional<EventKey> cause) {

    /** Versioned and received at the moment that it happened; refine with the {@code with} methods. */
    public static EventHeader of(Source source, String eventId, Entity entity, Instant occurredAt) {
        return new EventHeader(
                new EventKey(source, eventId),
                entity,
                SourceVersion.at(occurredAt),
                occurredAt,
                occurredAt,
                Optional.empty());
    }

    /** For hosts without event ids: the id is the entity and the moment. */
    public static EventHeader of(Source source, EntityKind kind, String entityId, Instant occurredAt) {
        var entity = new Entity(kind, entityId);
        return of(source, entity + "@" + occurredAt, entity, occurredAt);
    }

    public EventHeader withVersion(SourceVersion newer) {
        return new EventHeader(key, entity, newer, occurredAt, receivedAt, cause);
    }

    public EventHeader withReceivedAt(Instant moment) {
        return new EventHeader(key, entity, version, occurredAt, moment, cause);
    }

    public EventHeader withCause(EventKey event) {
        return new EventHeader(key, entity, version, occurredAt, receivedAt, Optional.of(event));
    }
}
