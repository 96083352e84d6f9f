package dev.storetwin.core.platform;

import dev.storetwin.platform.ResourceKind;
import java.time.Instant;
import java.util.Optional;

/**
 * How far one list of a platform was read and applied.
 *
 * @param kind     what is listed
 * @param readUpTo what changed before this moment is known; empty before the first reading to the end
 * @param wholeAt  when everything was last asked for, to the end
 * @param open     the reading that was begun and is not at its end
 * @param failures how often in a row the platform gave no page
 * @param again    not before this moment
 */
public record ReadingMark(
        ResourceKind kind,
        Optional<Instant> readUpTo,
        Optional<Instant> wholeAt,
        Optional<OpenReading> open,
        int failures,
        Optional<Instant> again) {

    /**
     * A list that is being read.
     *
     * @param begunAt      when its first page was asked for
     * @param changedSince empty when everything is asked for
     * @param cursor       where it goes on; empty at its beginning
     */
    public record OpenReading(Instant begunAt, Optional<Instant> changedSince, Optional<String> cursor) {

        boolean isWhole() {
            return changedSince.isEmpty();
        }

        OpenReading at(Optional<String> next) {
            return new OpenReading(begunAt, changedSince, next);
        }
    }

    public static ReadingMark unread(ResourceKind kind) {
        return new ReadingMark(kind, Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty());
    }

    ReadingMark begun(OpenReading reading) {
        return new ReadingMark(kind, readUpTo, wholeAt, Optional.of(reading), failures, Optional.empty());
    }

    /** One more page is applied. */
    ReadingMark turned(OpenReading reading) {
        return new ReadingMark(kind, readUpTo, wholeAt, Optional.of(reading), 0, Optional.empty());
    }

    /** The last page is applied. */
    ReadingMark done(OpenReading reading) {
        var whole = reading.isWhole() ? Optional.of(reading.begunAt()) : wholeAt;
        return new ReadingMark(kind, Optional.of(reading.begunAt()), whole, Optional.empty(), 0, Optional.empty());
    }

    /** The platform asks for patience, which is no failure. */
    ReadingMark waitingUntil(Instant moment) {
        return new ReadingMark(kind, readUpTo, wholeAt, open, failures, Optional.of(moment));
    }

    ReadingMark failedUntil(Instant moment) {
        return new ReadingMark(kind, readUpTo, wholeAt, open, failures + 1, Optional.of(moment));
    }

    /** The reading is given up; it begins again, not before a moment. */
    ReadingMark givenUp(Instant moment) {
        return new ReadingMark(kind, readUpTo, wholeAt, Optional.empty(), 0, Optional.of(moment));
    }
}
