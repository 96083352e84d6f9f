package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import java.util.Arrays;

/**
 * Three whole numbers a day, of few days: what a SKU sold in a channel (units, revenue, returned), or who looked at it (views, carts,
 * checkouts). Immutable. Whole numbers, so that sums do not depend on order.
 *
 * <p>How it works: days lie in chunks of 128, in one byte string for all of an account, since most accounts have few days and an object each
 * would weigh more than these. Of each chunk with anything there stand how many chunks it is after the one before, how many bytes it has, and
 * {@link DaysForm these}. A change writes one chunk anew and copies the others as they are. The same numbers always give the same bytes.
 */
final class DailyAccount {

    static final int CHUNK = DaysForm.DAYS;
    static final DailyAccount EMPTY = new DailyAccount(new byte[0]);

    private final byte[] bytes;

    private DailyAccount(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Equal accounts write equal bytes. */
    void writeTo(ByteWriter out) {
        PlainDaysForm.write(this, out);
    }

    /** How many bytes its numbers take. */
    int bytes() {
        return bytes.length;
    }

    static int chunk(long day) {
        return Math.toIntExact(Math.floorDiv(day, CHUNK));
    }

    /** The first day with anything, since 1970; of no day, the end of time. */
    long firstDay() {
        var chunks = new Chunks(bytes);
        return chunks.next() ? chunks.start() + DaysForm.first(chunks.days()) : Long.MAX_VALUE;
    }

    /** The last day with anything, since 1970; of no day, the beginning of time. */
    long lastDay() {
        var chunks = new Chunks(bytes);
        while (chunks.next()) {
            if (chunks.isLast()) {
                return chunks.start() + DaysForm.last(chunks.days());
            }
        }
        return Long.MIN_VALUE;
    }

    /** Whether both have the same first day. */
    boolean beginsLike(DailyAccount other) {
        return firstDay() == other.firstDay();
    }

    /** Whether both have the same last day. */
    boolean endsLike(DailyAccount other) {
        return lastDay() == other.lastDay();
    }

    /** The account without what is later than a day. */
    DailyAccount upTo(long day) {
        if (isEmpty() || lastDay() <= day) {
            return this;
        }
        var kept = new Written(new ByteWriter(bytes.length));
        var chunks = new Chunks(bytes);
        while (chunks.next() && chunks.start() <= day) {
            if (chunks.start() + CHUNK - 1 <= day) {
                kept.add(chunks);
            } else {
                var days = new Sums(CHUNK);
                DaysForm.read(chunks.days(), days, 0);
                days.clearFrom(Math.floorMod(day, CHUNK) + 1);
                kept.add(chunks.chunk, days, new ByteWriter(CHUNK));
            }
        }
        return kept.account();
    }

    /** Adds the days from one on, counted since 1970, to sums of as many days. */
    void addTo(Sums sums, long start) {
        long end = start + sums.days();
        var chunks = new Chunks(bytes);
        while (chunks.next() && chunks.start() < end) {
            if (chunks.start() + CHUNK > start) {
                DaysForm.read(chunks.days(), sums, chunks.start() - start);
            }
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

        boolean isBusy(int day) {
            return (first[day] | second[day] | third[day]) != 0;
        }
    }

    /** Goes through the chunks of an account. */
    private static final class Chunks {

        private final byte[] bytes;
        private final ByteReader in;
        private int chunk;
        private int offset;
        private int length;

        Chunks(byte[] bytes) {
            this.bytes = bytes;
            this.in = new ByteReader(bytes);
        }

        boolean next() {
            if (isLast()) {
                return false;
            }
            chunk = Math.toIntExact(offset == 0 ? in.readZigzag() : chunk + in.readVarint());
            length = in.readCount();
            offset = in.position();
            in.skip(length);
            return true;
        }

        boolean isLast() {
            return in.remaining() == 0;
        }

        /** The first day of the chunk, since 1970. */
        long start() {
            return (long) chunk * CHUNK;
        }

        ByteReader days() {
            return new ByteReader(bytes, offset, length);
        }
    }

    /** The chunks of the next account, in rising order. */
    private static final class Written {

        private final ByteWriter out;
        private int last;

        Written(ByteWriter out) {
            this.out = out.reset();
        }

        /** A chunk as it is. */
        void add(Chunks chunks) {
            begin(chunks.chunk, chunks.length).writeRaw(chunks.bytes, chunks.offset, chunks.length);
        }

        /** A chunk of these days, if any of them has anything. */
        void add(int chunk, Sums days, ByteWriter room) {
            DaysForm.write(days, room.reset());
            if (room.size() > 0) {
                begin(chunk, room.size()).writeRaw(room);
            }
        }

        private ByteWriter begin(int chunk, int length) {
            if (out.size() == 0) {
                out.writeZigzag(chunk);
            } else {
                out.writeVarint(chunk - last);
            }
            last = chunk;
            return out.writeVarint(length);
        }

        DailyAccount account() {
            return out.size() == 0 ? EMPTY : new DailyAccount(out.toByteArray());
        }
    }

    /** Room to change accounts in, used for one after the other. Not for several threads. */
    static final class Bench {

        private final Sums days = new Sums(CHUNK);
        private final ByteWriter room = new ByteWriter(1_024);
        private final ByteWriter out = new ByteWriter(1_024);
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

        /** Chunks that are touched and chunks that are not, in rising order. */
        DailyAccount done(Bench bench) {
            var next = new Written(bench.out);
            var chunks = new Chunks(before.bytes);
            boolean hasMore = chunks.next();
            for (long touched = nextTouched(Long.MIN_VALUE); touched < Long.MAX_VALUE; touched = nextTouched(touched)) {
                while (hasMore && chunks.chunk < touched) {
                    next.add(chunks);
                    hasMore = chunks.next();
                }
                bench.days.clearFrom(0);
                if (hasMore && chunks.chunk == touched) {
                    DaysForm.read(chunks.days(), bench.days, 0);
                    hasMore = chunks.next();
                }
                addTo(bench.days, (int) touched);
                next.add((int) touched, bench.days, bench.room);
            }
            while (hasMore) {
                next.add(chunks);
                hasMore = chunks.next();
            }
            return next.account();
        }

        /** The chunk of a change that is the next after one; the end of time when there is none. */
        private long nextTouched(long last) {
            long next = Long.MAX_VALUE;
            for (int i = 0; i < used; i += FIELDS) {
                long chunk = chunk(changes[i]);
                next = chunk > last ? Math.min(next, chunk) : next;
            }
            return next;
        }

        private void addTo(Sums days, int chunk) {
            for (int i = 0; i < used; i += FIELDS) {
                if (chunk(changes[i]) == chunk) {
                    days.add(changes[i] - (long) chunk * CHUNK, changes[i + 1], changes[i + 2], changes[i + 3]);
                }
            }
        }
    }
}
