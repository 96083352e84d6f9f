package dev.storetwin.event;

import dev.storetwin.type.Source;

/**
 * What makes an event the same event when it is delivered twice.
 *
 * @param source  the system that sent it
 * @param eventId its id there
 */
public record EventKey(Source source, String eventId) implements Comparable<EventKey> {

    public EventKey {
        if (eventId.isBlank()) {
            throw new IllegalArgumentException(
                    "An event of %s has no id.\nMaybe derive one from the entity and its version.".formatted(source));
        }
    }

    @Override
    public int compareTo(EventKey other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : eventId.compareTo(other.eventId);
    }

    @Override
    public String toString() {
        return source + "/" + eventId;
    }
}
