package dev.storetwin.event;

import java.time.Instant;

/**
 * A number that grows with every change of an entity at its source: a revision, or its updated-at.
 *
 * @param value compared as a number
 */
public record SourceVersion(long value) implements Comparable<SourceVersion> {

    public static SourceVersion of(long revision) {
        return new SourceVersion(revision);
    }

    /** For sources that only tell when the entity changed; to the microsecond. */
    public static SourceVersion at(Instant updatedAt) {
        return new SourceVersion(
                Math.addExact(Math.multiplyExact(updatedAt.getEpochSecond(), 1_000_000L), updatedAt.getNano() / 1_000));
    }

    @Override
    public int compareTo(SourceVersion other) {
        return Long.compare(value, other.value);
    }
}
