package dev.storetwin.core.state;

import java.time.LocalDate;
import java.time.ZoneId;

/** When consecutive days of a zone begin, in nanoseconds since 1970. It never changes. */
public final class DayStarts {

    private final ZoneId zone;
    private final long first;
    private final long[] nanos;

    private DayStarts(ZoneId zone, long first, int days) {
        this.zone = zone;
        this.first = first;
        this.nanos = new long[days];
        for (int i = 0; i < days; i++) {
            nanos[i] = EpochNanos.nanos(
                    LocalDate.ofEpochDay(first + i).atStartOfDay(zone).toInstant());
        }
    }

    /** Of no day yet. */
    public static DayStarts of(ZoneId zone) {
        return new DayStarts(zone, 0, 0);
    }

    /** These or, when they do not reach as far, others that do. */
    public DayStarts covering(long from, long until) {
        return from >= first && until <= first + nanos.length
                ? this
                : new DayStarts(zone, from - 64, Math.toIntExact(until - from + 128));
    }

    /** Of a day since 1970 that is covered. */
    long nanos(long day) {
        return nanos[Math.toIntExact(day - first)];
    }
}
