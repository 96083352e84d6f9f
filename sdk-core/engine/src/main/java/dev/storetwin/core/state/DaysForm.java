package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;

/**
 * The days of a chunk that have anything, in bytes. The same numbers always give the same bytes.
 *
 * <p>How it works: first stands which days these are: their number and the steps from one to the next, a byte each, or, where that is shorter, a
 * bit for each day of the chunk. Then come the numbers of these days. The first is told in whole thousands where it is one, with bits that say
 * which of the others follow. The second is told as what it differs from the day before's ratio of second to first, since a price stands for
 * long: a day that sold at it needs no second number.
 */
final class DaysForm {

    static final int DAYS = 128;

    private static final long MOST = 1L << 59;
    private static final long SCALE = 1_000;
    private static final int HAS_THIRD = 1;
    private static final int IS_WHOLE = 2;
    private static final int HAS_SECOND = 4;

    /** Says that a bit for each day follows, which is as long as so many steps. */
    private static final int BITS = 0;

    private static final int FEW = 2 * Long.BYTES;

    private DaysForm() {}

    /** The first day in the chunk, from 0 on. */
    static int first(ByteReader in) {
        var days = Days.read(in);
        return days.low != 0 ? Long.numberOfTrailingZeros(days.low) : Long.SIZE + Long.numberOfTrailingZeros(days.high);
    }

    /** The last day in the chunk, from 0 on. */
    static int last(ByteReader in) {
        var days = Days.read(in);
        return DAYS
                - 1
                - (days.high != 0
                        ? Long.numberOfLeadingZeros(days.high)
                        : Long.SIZE + Long.numberOfLeadingZeros(days.low));
    }

    /** Adds the numbers of a chunk whose first day has a place among sums. */
    static void read(ByteReader in, DailyAccount.Sums sums, long place) {
        var days = Days.read(in);
        var ratio = new Ratio();
        read(in, days.low, sums, place, ratio);
        read(in, days.high, sums, place + Long.SIZE, ratio);
    }

    private static void read(ByteReader in, long busy, DailyAccount.Sums sums, long place, Ratio ratio) {
        for (long rest = busy; rest != 0; rest &= rest - 1) {
            long head = in.readVarint();
            long first = unfolded(head >>> 3) * ((head & IS_WHOLE) != 0 ? SCALE : 1);
            long second = ratio.expected(first) + ((head & HAS_SECOND) != 0 ? in.readZigzag() : 0);
            long third = (head & HAS_THIRD) != 0 ? in.readZigzag() : 0;
            ratio.learn(first, second);
            sums.add(place + Long.numberOfTrailingZeros(rest), first, second, third);
        }
    }

    /** Writes the days of a chunk; nothing when none has anything. */
    static void write(DailyAccount.Sums sums, ByteWriter out) {
        var days = new Days(busy(sums, 0), busy(sums, Long.SIZE));
        if ((days.low | days.high) != 0) {
            days.write(out);
            var ratio = new Ratio();
            write(out, days.low, sums, 0, ratio);
            write(out, days.high, sums, Long.SIZE, ratio);
        }
    }

    static long busy(DailyAccount.Sums sums, int from) {
        long busy = 0;
        for (int i = 0; i < Long.SIZE; i++) {
            busy |= sums.isBusy(from + i) ? 1L << i : 0;
        }
        return busy;
    }

    private static void write(ByteWriter out, long busy, DailyAccount.Sums sums, int from, Ratio ratio) {
        for (long rest = busy; rest != 0; rest &= rest - 1) {
            int day = from + Long.numberOfTrailingZeros(rest);
            long first = checked(sums.first[day]);
            long second = checked(sums.second[day]) - ratio.expected(first);
            long third = sums.third[day];
            boolean isWhole = first % SCALE == 0;
            int flags = (third != 0 ? HAS_THIRD : 0) | (isWhole ? IS_WHOLE : 0) | (second != 0 ? HAS_SECOND : 0);
            out.writeVarint((folded(isWhole ? first / SCALE : first) << 3) | flags);
            if (second != 0) {
                out.writeZigzag(second);
            }
            if (third != 0) {
                out.writeZigzag(third);
            }
            ratio.learn(first, sums.second[day]);
        }
    }

    static long checked(long value) {
        if (Math.abs(value) > MOST) {
            throw new ArithmeticException(value + " thousandths on one day");
        }
        return value;
    }

    static long folded(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private static long unfolded(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    /** Which days have anything, a bit each. */
    private record Days(long low, long high) {

        static Days read(ByteReader in) {
            int count = in.readByte();
            if (count == BITS) {
                return new Days(in.readLong(), in.readLong());
            }
            long low = 0;
            long high = 0;
            int day = -1;
            for (int i = 0; i < count; i++) {
                day += in.readByte() + 1;
                low |= day < Long.SIZE ? 1L << day : 0;
                high |= day < Long.SIZE ? 0 : 1L << day;
            }
            return new Days(low, high);
        }

        void write(ByteWriter out) {
            int count = Long.bitCount(low) + Long.bitCount(high);
            if (count >= FEW) {
                out.writeByte(BITS).writeLong(low).writeLong(high);
                return;
            }
            out.writeByte(count);
            int before = step(out, low, 0, -1);
            step(out, high, Long.SIZE, before);
        }

        private static int step(ByteWriter out, long busy, int from, int before) {
            int last = before;
            for (long rest = busy; rest != 0; rest &= rest - 1) {
                int day = from + Long.numberOfTrailingZeros(rest);
                out.writeByte(day - last - 1);
                last = day;
            }
            return last;
        }
    }

    /** The price so far. */
    static final class Ratio {

        private double ratio;

        long expected(long first) {
            return Math.round(ratio * first);
        }

        void learn(long first, long second) {
            if (first != 0) {
                ratio = second / (double) first;
            }
        }
    }
}
