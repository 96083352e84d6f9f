package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * All that is known of one SKU at one node: counts and movements in order of time. It never changes.
 *
 * <p>How it works: the level of a moment is the last count before it plus what moved after that count. A count of what is available tells
 * nothing of what was reserved then, so the reservations of its moment are added. The level at the start of each block of entries is
 * remembered, so that no question reads more than a block. Between the entries lies how reservations came that were at no node before, which
 * only those need who ask about the past.
 */
final class StockAccount {

    static final StockAccount EMPTY = new StockAccount(EntryLog.EMPTY, new byte[0]);

    /** Where reservations are kept that no node has taken yet. */
    static final NodeId UNASSIGNED = NodeId.of("(unassigned)");

    private static final List<Bucket> BUCKETS = List.of(Bucket.values());
    private static final StockForm FORM = StockForm.FORM;

    private final EntryLog log;

    /** The level before each block but the first, one after the other. */
    private final byte[] before;

    private StockAccount(EntryLog log, byte[] before) {
        this.log = log;
        this.before = before;
    }

    List<StockEntry> entries() {
        var entries = new ArrayList<StockEntry>();
        for (int i = 0; i < log.blocks(); i++) {
            addEntries(log.block(i, FORM), entries);
        }
        return entries;
    }

    private static List<StockEntry> entries(List<StockLine> lines) {
        var entries = new ArrayList<StockEntry>(lines.size());
        addEntries(lines, entries);
        return entries;
    }

    private static void addEntries(List<StockLine> lines, List<StockEntry> entries) {
        for (var line : lines) {
            if (line instanceof StockEntry entry) {
                entries.add(entry);
            }
        }
    }

    /** How reservations came that were at no node before. */
    List<Routing> routings() {
        var routings = new ArrayList<Routing>();
        forEachRouting(0, routings::add);
        return routings;
    }

    /** Those reservations that had been made by a moment and came later. */
    void forEachAwaited(long nanos, Consumer<Routing> consumer) {
        if (!log.isEmpty()) {
            forEachRouting(blockOf(nanos), routing -> {
                if (routing.isAwaited(nanos)) {
                    consumer.accept(routing);
                }
            });
        }
    }

    private void forEachRouting(int from, Consumer<Routing> consumer) {
        for (int i = from; i < log.blocks(); i++) {
            for (var line : log.block(i, FORM)) {
                if (line instanceof Routing routing) {
                    consumer.accept(routing);
                }
            }
        }
    }

    /** The account without all that is dated after a moment. */
    StockAccount upTo(Instant moment) {
        return upTo(EpochNanos.nanos(moment));
    }

    StockAccount upTo(long nanos) {
        var kept = log.upTo(nanos, StockLine::nanos, FORM);
        if (kept == log) {
            return this;
        }
        return kept.isEmpty() ? EMPTY : new StockAccount(kept, before);
    }

    /** The moment of the newest entry; the beginning of time when there is none. */
    long lastNanos() {
        return last(it -> true).map(StockEntry::nanos).orElse(Long.MIN_VALUE);
    }

    /** Equal accounts write equal bytes. How reservations came is not in them. */
    void writeTo(ByteWriter out) {
        EntryLog.of(entries(), PlainStockForm.FORM, new ByteWriter()).writeTo(out);
    }

    boolean isEmpty() {
        return log.isEmpty();
    }

    /** How many bytes its lines take. */
    int bytes() {
        return log.bytes();
    }

    /** From when on the sellable level means something: the first count, or the first arrival when nothing was ever counted. */
    Optional<Instant> knownFrom() {
        return first(StockEntry::isCount).or(() -> first(it -> it.bucket() != Bucket.RESERVED && it.thousandths() > 0));
    }

    /**
     * Adds the sellable level of many moments, from when on it means something.
     *
     * @param moments in rising order, in nanoseconds since 1970
     * @param sums    in thousandths
     * @param known   becomes true where a level was added
     */
    void addSellable(long[] moments, long[] sums, boolean[] known) {
        var entries = entries();
        long from = knownFrom(entries);
        var level = new Level();
        int taken = 0;
        for (int i = 0; i < moments.length; i++) {
            for (; taken < entries.size() && entries.get(taken).nanos() <= moments[i]; taken++) {
                level.take(entries.get(taken));
            }
            if (from <= moments[i]) {
                sums[i] = Math.addExact(sums[i], level.thousandthsOf(Bucket.SELLABLE));
                known[i] = true;
            }
        }
    }

    /** In nanoseconds since 1970; the end of time when nothing is known. */
    private static long knownFrom(List<StockEntry> entries) {
        long arrival = Long.MAX_VALUE;
        for (var entry : entries) {
            if (entry.isCount()) {
                return entry.nanos();
            }
            boolean arrives = entry.bucket() != Bucket.RESERVED && entry.thousandths() > 0;
            arrival = arrives ? Math.min(arrival, entry.nanos()) : arrival;
        }
        return arrival;
    }

    private Optional<Instant> first(Predicate<StockEntry> test) {
        for (int i = 0; i < log.blocks(); i++) {
            for (var entry : entries(log.block(i, FORM))) {
                if (test.test(entry)) {
                    return Optional.of(entry.at());
                }
            }
        }
        return Optional.empty();
    }

    /** The moment of the last count of what is available. */
    Optional<Instant> lastAvailableCount() {
        return last(StockEntry::countsAvailable).map(StockEntry::at);
    }

    private Optional<StockEntry> last(Predicate<StockEntry> test) {
        for (int i = log.blocks() - 1; i >= 0; i--) {
            var entries = entries(log.block(i, FORM));
            for (int j = entries.size() - 1; j >= 0; j--) {
                if (test.test(entries.get(j))) {
                    return Optional.of(entries.get(j));
                }
            }
        }
        return Optional.empty();
    }

    /** At the end of all that is known. */
    Quantity level(Bucket bucket) {
        return level(bucket, Instant.MAX);
    }

    /** After everything that happened up to and at a moment. */
    Quantity level(Bucket bucket, Instant moment) {
        return level(moment).of(bucket);
    }

    Level level(Instant moment) {
        if (log.isEmpty()) {
            return new Level();
        }
        long nanos = EpochNanos.nanos(moment);
        int block = blockOf(nanos);
        var level = levelBefore(block);
        for (var line : log.block(block, FORM)) {
            if (line.nanos() > nanos) {
                break;
            }
            level.take(line);
        }
        return level;
    }

    /** The last block that begins at or before a moment. */
    private int blockOf(long nanos) {
        if (nanos == Long.MAX_VALUE) {
            return log.blocks() - 1;
        }
        var after = new StockEntry(nanos + 1, Bucket.SELLABLE, StockEntry.Measure.MOVED, 0, Long.MIN_VALUE);
        return log.blockOf(after, FORM);
    }

    private Level levelBefore(int block) {
        var in = new ByteReader(before);
        var level = new Level();
        for (int i = 0; i < block; i++) {
            level.read(in);
        }
        return level;
    }

    /** A level that is carried from entry to entry. */
    static final class Level {

        private final long[] thousandths = new long[BUCKETS.size()];

        /** How reservations came does not change it. */
        void take(StockLine line) {
            if (line instanceof StockEntry entry) {
                take(entry);
            }
        }

        void take(StockEntry entry) {
            long quantity = entry.thousandths();
            if (!entry.isCount()) {
                quantity = Math.addExact(quantity, thousandthsOf(entry.bucket()));
            } else if (entry.countsAvailable()) {
                quantity = Math.addExact(quantity, thousandthsOf(Bucket.RESERVED));
            }
            thousandths[entry.bucket().place] = quantity;
        }

        /** Buckets with anything, a bit each; then what is in them. */
        private void write(ByteWriter out) {
            int filled = 0;
            for (int i = 0; i < thousandths.length; i++) {
                filled |= thousandths[i] == 0 ? 0 : 1 << i;
            }
            out.writeByte(filled);
            for (long each : thousandths) {
                if (each != 0) {
                    StockForm.writeQuantity(each, out);
                }
            }
        }

        private void read(ByteReader in) {
            int filled = in.readByte();
            for (int i = 0; i < thousandths.length; i++) {
                thousandths[i] = (filled & (1 << i)) == 0 ? 0 : StockForm.readQuantity(in);
            }
        }

        long thousandthsOf(Bucket bucket) {
            return thousandths[bucket.place];
        }

        Quantity of(Bucket bucket) {
            return new Quantity(thousandthsOf(bucket));
        }

        /** Sellable and not promised. */
        long available() {
            return thousandthsOf(Bucket.SELLABLE) - thousandthsOf(Bucket.RESERVED);
        }
    }

    /** Collects changes of one account. */
    static final class Editor {

        private final StockAccount before;
        private final EntryLog.Editor<StockLine> log;

        Editor(StockAccount before) {
            this.before = before;
            this.log = new EntryLog.Editor<>(before.log, FORM);
        }

        void add(StockLine line, int sign) {
            log.add(line, sign);
        }

        StockAccount done(ByteWriter out) {
            var next = log.done(out);
            if (next == before.log) {
                return before;
            }
            return holdsEntries(next) ? new StockAccount(next, levels(next, out.reset())) : EMPTY;
        }

        /** A reservation and how it came are of one document, which comes and goes as a whole: without entries nothing is left to tell. */
        private static boolean holdsEntries(EntryLog next) {
            for (int i = 0; i < next.blocks(); i++) {
                if (next.first(i, FORM) instanceof StockEntry
                        || !entries(next.block(i, FORM)).isEmpty()) {
                    return true;
                }
            }
            return false;
        }

        /** Those before the first change are as they were. */
        private byte[] levels(EntryLog next, ByteWriter out) {
            if (next.blocks() == 1) {
                return EMPTY.before;
            }
            int kept = Math.min(log.firstTouched(), next.blocks() - 1);
            var in = new ByteReader(before.before);
            var level = new Level();
            for (int block = 0; block < next.blocks() - 1; block++) {
                if (block < kept) {
                    level.read(in);
                } else {
                    next.block(block, FORM).forEach(level::take);
                }
                level.write(out);
            }
            return out.toByteArray();
        }
    }
}
