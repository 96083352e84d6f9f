package dev.storetwin.core.state;

import dev.storetwin.event.Entity;
import dev.storetwin.event.EventKey;
import dev.storetwin.event.SourceVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that a source has told of.
 *
 * @param entity    its document
 * @param version   the newest that is known of it
 * @param changedAt the last moment that the source told of
 * @param removal   the event that says that it is gone; empty while it is there
 */
public record KnownThing(Entity entity, SourceVersion version, Instant changedAt, Optional<EventKey> removal)
        implements Comparable<KnownThing> {

    public boolean isThere() {
        return removal.isEmpty();
    }

    @Override
    public int compareTo(KnownThing other) {
        return entity.compareTo(other.entity);
    }
}
