package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import java.time.Instant;

/**
 * EpochNanos as nanoseconds since 1970, and short ways to write them and the versions that follow from them. The {@link Door} lets in the years
 * from 1980 to 2200, which fit; moments of questions may be earlier or later and are moved to the ends.
 */
final class EpochNanos {

    /** Nanoseconds in what a difference may be counted in: seconds, milliseconds, microseconds. */
    private static final long[] UNITS = {1_000_000_000L, 1_000_000L, 1_000L, 1L};

    private static final long SECOND = UNITS[0];
    private static final long MICRO = UNITS[2];
    private static final Instant FIRST = Instant.ofEpochSecond(Long.MIN_VALUE / SECOND + 1);
    private static final Instant LAST = Instant.ofEpochSecond(Long.MAX_VALUE / SECOND - 1);

    private EpochNanos() {}

    static long nanos(Instant moment) {
        if (moment.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        return moment.isAfter(LAST) ? Long.MAX_VALUE : moment.getEpochSecond() * SECOND + moment.getNano();
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    /** The version that an event without one of its own has at a moment. */
    static long version(long nanos) {
        return Math.floorDiv(nanos, MICRO);
    }

    /** Which of four units a difference is told in: the longest that it is whole in. */
    static int unit(long difference) {
        int unit = 0;
        while (difference % UNITS[unit] != 0) {
            unit++;
        }
        return unit;
    }

    static void write(long difference, int unit, ByteWriter out) {
        out.writeZigzag(difference / UNITS[unit]);
    }

    static long read(int unit, ByteReader in) {
        return in.readZigzag() * UNITS[unit];
    }
}
