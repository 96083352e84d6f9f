package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import java.util.Arrays;

/**
 * Three whole numbers a day, of few days: what a SKU sold in a channel (units, revenue, returned), or who looked at it (views, carts,
 * checkouts). Immutable; what was not touched is shared between states. Whole numbers, so that sums do not depend on order.
 *
 * <p>How it works: days lie in chunks of 128, each a byte string: a bit per day that has anything, then the numbers of these days. The first
 * number is told in whole thousands where it is one, with a bit that says whether there is a third number. The second is told as what it differs
 * from the day before's ratio of second to first, since a price stands for long. The same numbers always give the same bytes. A chunk without
 * anything is gone, as if it had never been.
 */
final class DailyAccount {

    static final int CHUNK = 128;
    static final DailyAccount EMPTY = new DailyAccount(0, new byte[0][]);

    private static final byte[] NOTHING = {};
    private static final long MOST = 1L << 59;
    private static final long SCALE = 1_000;
    private static final int HAS_THIRD = 1;
    private static final int IS_WHOLE = 2;

    private final int firstChunk;
    private final byte[][] chunks;

    private DailyAccount(int firstChunk, byte[][] chunks) {
        this.firstChunk = firstChunk;
        this.chunks = chunks;
    }

    boolean isEmpty() {
        return chunks.length == 0;
    }

    /** Equal accounts write equal bytes. */
    void writeTo(ByteWriter out) {
        out.writeZigzag(firstChunk).writeVarint(chunks.length);
        for (var chunk : chunks) {
            out.writeBytes(chunk);
        }
    }

    /** How many bytes its numbers take. */
    int bytes() {
        return Arrays.stream(chunks).mapToInt(it -> it.length).sum();
    }

    private static int chunk(long day) {
        return Math.toIntExact(Math.floorDiv(day, CHUNK));
    }

    private byte[] bytes(int chunk) {
        int place = chunk - firstChunk;
        return place < 0 || place >= chunks.length ? NOTHING : chunks[place];
    }

    /** The first day with anything, since 1970; of no day, the end of time. */
    long firstDay() {
        return isEmpty() ? Long.MAX_VALUE : (long) firstChunk * CHUNK + firstBusy(chunks[0]);
    }

    /** The last day with anything, since 1970; of no day, the beginning of time. */
    long lastDay() {
        return isEmpty()
                ? Long.MIN_VALUE
                : (long) (firstChunk + chunks.length - 1) * CHUNK + lastBusy(chunks[chunks.length - 1]);
    }

    /** Whether both have the same first day. */
    boolean beginsLike(DailyAccount other) {
        return (firstChunk == other.firstChunk
                        && chunks.length > 0
                        && other.chunks.length > 0
                        && chunks[0] == other.chunks[0])
                || firstDay() == other.firstDay();
    }

    /** Whether both have the same last day. */
    boolean endsLike(DailyAccount other) {
        return lastDay() == other.lastDay();
    }

    private static int firstBusy(byte[] bytes) {
        var in = new ByteReader(bytes);
        long low = in.readLong();
        long high = in.readLong();
        return low != 0 ? Long.numberOfTrailingZeros(low) : Long.SIZE + Long.numberOfTrailingZeros(high);
    }

    private static int lastBusy(byte[] bytes) {
        var in = new ByteReader(bytes);
        long low = in.readLong();
        long high = in.readLong();
        int empty = high != 0 ? Long.numberOfLeadingZeros(high) : Long.SIZE + Long.numberOfLeadingZeros(low);
        return CHUNK - 1 - empty;
    }

    /** The account without what is later than a day. */
    DailyAccount upTo(long day) {
        if (isEmpty() || lastDay() <= day) {
            return this;
        }
        if (firstDay() > day) {
            return EMPTY;
        }
        var kept = Arrays.copyOf(chunks, chunk(day) - firstChunk + 1);
        var days = new Sums(CHUNK);
        decode(kept[kept.length - 1], days, 0);
        days.clearFrom(Math.floorMod(day, CHUNK) + 1);
        kept[kept.length - 1] = encoded(days, new ByteWriter(CHUNK));
        return trimmed(firstChunk, kept);
    }

    /** Without chunks that have nothing at either end. */
    private static DailyAccount trimmed(int firstChunk, byte[][] chunks) {
        int from = 0;
        int until = chunks.length;
        while (from < until && chunks[from].length == 0) {
            from++;
        }
        while (until > from && chunks[until - 1].length == 0) {
            until--;
        }
        return from == until ? EMPTY : new DailyAccount(firstChunk + from, Arrays.copyOfRange(chunks, from, until));
    }

    /** Adds the days from one on, counted since 1970, to sums of as many days. */
    void addTo(Sums sums, long start) {
        long end = start + sums.days();
        int until = Math.min(firstChunk + chunks.length, Math.toIntExact(Math.floorDiv(end + CHUNK - 1, CHUNK)));
        for (int chunk = Math.max(firstChunk, chunk(start)); chunk < until; chunk++) {
            decode(bytes(chunk), sums, (long) chunk * CHUNK - start);
        }
    }

    /** Sums of consecutive days, over channels and names of one SKU. */
    static final class Sums {

        final long[] first;
        final long[] second;
        final long[] third;

        Sums(int days) {
            first = new long[days];
            second = new long[days];
            third = new long[days];
        }

        int days() {
            return first.length;
        }

        void add(long day, long one, long two, long three) {
            if (day >= 0 && day < first.length) {
                int place = (int) day;
                first[place] = Math.addExact(first[place], one);
                second[place] = Math.addExact(second[place], two);
                third[place] = Math.addExact(third[place], three);
            }
        }

        void clearFrom(int day) {
            Arrays.fill(first, day, first.length, 0);
            Arrays.fill(second, day, second.length, 0);
            Arrays.fill(third, day, third.length, 0);
        }

        private boolean isBusy(int day) {
            return (first[day] | second[day] | third[day]) != 0;
        }
    }

    private static void decode(byte[] bytes, Sums sums, long offset) {
        if (bytes.length == 0) {
            return;
        }
        var in = new ByteReader(bytes);
        long low = in.readLong();
        long high = in.readLong();
        var ratio = new Ratio();
        decode(in, low, sums, offset, ratio);
        decode(in, high, sums, offset + Long.SIZE, ratio);
    }

    private static void decode(ByteReader in, long busy, Sums sums, long offset, Ratio ratio) {
        for (long rest = busy; rest != 0; rest &= rest - 1) {
            long head = in.readVarint();
            long first = unfolded(head >>> 2) * ((head & IS_WHOLE) != 0 ? SCALE : 1);
            long second = in.readZigzag() + ratio.expected(first);
            long third = (head & HAS_THIRD) != 0 ? in.readZigzag() : 0;
            ratio.learn(first, second);
            sums.add(offset + Long.numberOfTrailingZeros(rest), first, second, third);
        }
    }

    private static long folded(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private static long unfolded(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    /** The price so far, so that a day that sold at it needs no more than a zero. */
    private static final class Ratio {

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

    /** A chunk as bytes; none when all days are zero. */
    private static byte[] encoded(Sums days, ByteWriter out) {
        long low = busy(days, 0);
        long high = busy(days, Long.SIZE);
        if ((low | high) == 0) {
            return NOTHING;
        }
        out.reset().writeLong(low).writeLong(high);
        var ratio = new Ratio();
        encode(out, low, days, 0, ratio);
        encode(out, high, days, Long.SIZE, ratio);
        return out.toByteArray();
    }

    private static long busy(Sums days, int from) {
        long busy = 0;
        for (int i = 0; i < Long.SIZE; i++) {
            busy |= days.isBusy(from + i) ? 1L << i : 0;
        }
        return busy;
    }

    private static void encode(ByteWriter out, long busy, Sums days, int from, Ratio ratio) {
        for (long rest = busy; rest != 0; rest &= rest - 1) {
            int day = from + Long.numberOfTrailingZeros(rest);
            long first = checked(days.first[day]);
            boolean isWhole = first % SCALE == 0;
            int flags = (days.third[day] != 0 ? HAS_THIRD : 0) | (isWhole ? IS_WHOLE : 0);
            out.writeVarint(folded(isWhole ? first / SCALE : first) << 2 | flags);
            out.writeZigzag(checked(days.second[day]) - ratio.expected(first));
            if (days.third[day] != 0) {
                out.writeZigzag(days.third[day]);
            }
            ratio.learn(first, days.second[day]);
        }
    }

    private static long checked(long value) {
        if (Math.abs(value) > MOST) {
            throw new ArithmeticException(value + " thousandths on one day");
        }
        return value;
    }

    /** Room to change a chunk in, used for one after the other. Not for several threads. */
    static final class Bench {

        private final Sums days = new Sums(CHUNK);
        private final ByteWriter out = new ByteWriter(1_024);

        private void clear() {
            days.clearFrom(0);
        }
    }

    /** Collects changes of one account. */
    static final class Editor {

        private static final int FIELDS = 4;

        private final DailyAccount before;
        private long[] changes = new long[FIELDS];
        private int used;

        Editor(DailyAccount before) {
            this.before = before;
        }

        /** Adds to a day since 1970. */
        void add(long day, long first, long second, long third) {
            if (used == changes.length) {
                changes = Arrays.copyOf(changes, used * 2);
            }
            changes[used++] = day;
            changes[used++] = first;
            changes[used++] = second;
            changes[used++] = third;
        }

        DailyAccount done(Bench bench) {
            var chunks = new Chunks(before, firstChunk(), lastChunk());
            for (int i = 0; i < used; i += FIELDS) {
                int chunk = chunk(changes[i]);
                if (isFirstOf(chunk, i)) {
                    chunks.set(chunk, changed(chunk, i, bench));
                }
            }
            return chunks.trimmed();
        }

        private int firstChunk() {
            long first = Long.MAX_VALUE;
            for (int i = 0; i < used; i += FIELDS) {
                first = Math.min(first, changes[i]);
            }
            return used == 0 ? before.firstChunk : chunk(first);
        }

        private int lastChunk() {
            long last = Long.MIN_VALUE;
            for (int i = 0; i < used; i += FIELDS) {
                last = Math.max(last, changes[i]);
            }
            return used == 0 ? before.firstChunk - 1 : chunk(last);
        }

        private boolean isFirstOf(int chunk, int change) {
            for (int i = 0; i < change; i += FIELDS) {
                if (chunk(changes[i]) == chunk) {
                    return false;
                }
            }
            return true;
        }

        private byte[] changed(int chunk, int from, Bench bench) {
            bench.clear();
            decode(before.bytes(chunk), bench.days, 0);
            for (int i = from; i < used; i += FIELDS) {
                if (chunk(changes[i]) == chunk) {
                    long day = changes[i] - (long) chunk * CHUNK;
                    bench.days.add(day, changes[i + 1], changes[i + 2], changes[i + 3]);
                }
            }
            return encoded(bench.days, bench.out);
        }
    }

    /** The chunks of the next account, from the first that has anything to the last. */
    private static final class Chunks {

        private final int firstChunk;
        private final byte[][] chunks;

        Chunks(DailyAccount before, int first, int last) {
            int from = before.isEmpty() ? first : Math.min(first, before.firstChunk);
            int until = before.isEmpty() ? last + 1 : Math.max(last + 1, before.firstChunk + before.chunks.length);
            firstChunk = from;
            chunks = new byte[until - from][];
            Arrays.fill(chunks, NOTHING);
            System.arraycopy(
                    before.chunks, 0, chunks, before.isEmpty() ? 0 : before.firstChunk - from, before.chunks.length);
        }

        void set(int chunk, byte[] bytes) {
            chunks[chunk - firstChunk] = bytes;
        }

        DailyAccount trimmed() {
            return DailyAccount.trimmed(firstChunk, chunks);
        }
    }
}
