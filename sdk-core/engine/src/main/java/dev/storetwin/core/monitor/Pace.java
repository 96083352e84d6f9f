package dev.storetwin.core.monitor;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How busy one source usually is, hour by hour of the week. Written by one thread at a time.
 *
 * <p>How it works: for each hour of the last nine weeks it keeps how many events came and, as one bit each, in which minutes any did. A
 * burst is one busy minute, so bursts do not pass for liveliness. An hour without events needs no cell of its own: a cell that holds an
 * older week is an empty one. Hours are those of the shop's clock, so that opening hours stay where they are when clocks change.
 */
final class Pace {

    /** This week and the eight before it. */
    private static final int WEEKS = 9;

    /** What lies further back is forgotten. */
    static final Duration REMEMBERED = Duration.ofDays(7 * (WEEKS - 1));

    private static final int HOURS = 168;
    private static final int MINUTES = 60;
    private static final int WEEK_MINUTES = HOURS * MINUTES;

    private final ZoneId zone;
    private final int[] week = new int[HOURS * WEEKS];
    private final int[] events = new int[HOURS * WEEKS];
    private final long[] minutes = new long[HOURS * WEEKS];
    private long firstMinute = Long.MAX_VALUE;
    private long cachedHour = Long.MIN_VALUE;
    private long cachedOffset;

    Pace(ZoneId zone) {
        this.zone = zone;
        Arrays.fill(week, Integer.MIN_VALUE);
    }

    /** Continues where another one ended that wrote this. */
    void read(ByteReader in) {
        firstMinute = in.readZigzag();
        for (int left = in.readCount(); left > 0; left--) {
            int cell = (int) in.readVarint();
            week[cell] = (int) in.readZigzag();
            events[cell] = (int) in.readVarint();
            minutes[cell] = in.readLong();
        }
    }

    void writeTo(ByteWriter out) {
        out.writeZigzag(firstMinute);
        int[] used = IntStream.range(0, week.length)
                .filter(it -> week[it] != Integer.MIN_VALUE)
                .toArray();
        out.writeVarint(used.length);
        for (int cell : used) {
            out.writeVarint(cell)
                    .writeZigzag(week[cell])
                    .writeVarint(events[cell])
                    .writeLong(minutes[cell]);
        }
    }

    /**
     * An event was received.
     *
     * @param now not before it; a cell of a later week was written while the clock was ahead, and is free
     */
    void hear(long epochSecond, long now) {
        long minute = localMinute(epochSecond);
        long hour = Math.floorDiv(minute, (long) MINUTES);
        int cell = cell(hour);
        int itsWeek = week(hour);
        if (week[cell] > itsWeek && week[cell] <= week(Math.floorDiv(localMinute(now), (long) MINUTES))) {
            return;
        }
        if (week[cell] != itsWeek) {
            week[cell] = itsWeek;
            events[cell] = 0;
            minutes[cell] = 0;
        }
        events[cell]++;
        minutes[cell] |= 1L << Math.floorMod(minute, MINUTES);
        firstMinute = Math.min(firstMinute, minute);
    }

    /** Minutes of the shop's clock since 1970. */
    long localMinute(long epochSecond) {
        long hour = Math.floorDiv(epochSecond, 3_600L);
        if (hour != cachedHour) {
            cachedHour = hour;
            cachedOffset = zone.getRules()
                    .getOffset(Instant.ofEpochSecond(epochSecond))
                    .getTotalSeconds();
        }
        return Math.floorDiv(epochSecond + cachedOffset, 60L);
    }

    private static int cell(long hour) {
        return Math.floorMod(hour, HOURS) * WEEKS + Math.floorMod(week(hour), WEEKS);
    }

    private static int week(long hour) {
        return (int) Math.floorDiv(hour, (long) HOURS);
    }

    /**
     * What the same minutes of earlier weeks held, least busy week first. Weeks from before the first event do not count.
     *
     * @param from  first minute of the shop's clock
     * @param until first minute after it; at most a week is looked at, its end
     */
    Usual usual(long from, long until) {
        long begin = Math.max(from, until - WEEK_MINUTES);
        var busy = new int[WEEKS - 1];
        var heard = new double[WEEKS - 1];
        int known = 0;
        for (int ago = 1; ago < WEEKS; ago++) {
            long shift = (long) ago * WEEK_MINUTES;
            if (begin - shift >= firstMinute) {
                add(begin - shift, until - shift, busy, heard, known++);
            }
        }
        return Usual.of(Arrays.copyOf(busy, known), Arrays.copyOf(heard, known));
    }

    private void add(long from, long until, int[] busy, double[] heard, int place) {
        for (long hour = Math.floorDiv(from, (long) MINUTES); hour * MINUTES < until; hour++) {
            int cell = cell(hour);
            if (week[cell] == week(hour) && minutes[cell] != 0) {
                int whole = Long.bitCount(minutes[cell]);
                int part = Long.bitCount(minutes[cell] & mask(hour * MINUTES, from, until));
                busy[place] += part;
                heard[place] += (double) events[cell] * part / whole;
            }
        }
    }

    /** The minutes of an hour that lie within a span. */
    private static long mask(long hourBegin, long from, long until) {
        int first = (int) Math.max(0, from - hourBegin);
        int end = (int) Math.min(MINUTES, until - hourBegin);
        return first >= end ? 0 : (-1L >>> (64 - (end - first))) << first;
    }

    /**
     * What a span usually holds.
     *
     * @param weeks       how many earlier weeks are known
     * @param busyMinutes minutes with events that three weeks out of four exceed or reach
     * @param events      in the middle of all weeks
     */
    record Usual(int weeks, int busyMinutes, long events) {

        private static Usual of(int[] busy, double[] heard) {
            Arrays.sort(busy);
            Arrays.sort(heard);
            int weeks = busy.length;
            return weeks == 0 ? new Usual(0, 0, 0) : new Usual(weeks, busy[weeks / 4], Math.round(heard[weeks / 2]));
        }
    }
}
