package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one SKU at one node: counts and movements in order of time. It never changes.
 *
 * <p>How it works: the level of a moment is the last count before it plus what moved after that count. A count of what is available tells
 * nothing of what was reserved then, so the reservations of its moment are added. The level at the start of each block of entries is
 * remembered, so that no question reads more than a block.
 */
final class StockAccount {

    static final StockAccount EMPTY = new StockAccount(EntryLog.EMPTY, new long[0][]);

    /** Where reservations are kept that no node has taken yet. */
    static final NodeId UNASSIGNED = NodeId.of("(unassigned)");

    private static final List<Bucket> BUCKETS = List.of(Bucket.values());
    private static final List<StockEntry.Measure> MEASURES = List.of(StockEntry.Measure.values());
    static final EntryLog.Form<StockEntry> FORM = new StockForm();

    private final EntryLog log;

    /** The level before each block but the first. */
    private final long[][] before;

    private StockAccount(EntryLog log, long[][] before) {
        this.log = log;
        this.before = before;
    }

    List<StockEntry> entries() {
        return log.all(FORM);
    }

    /** The account without all that is dated after a moment. */
    StockAccount upTo(Instant moment) {
        return upTo(EpochNanos.nanos(moment));
    }

    StockAccount upTo(long nanos) {
        var kept = log.upTo(nanos, StockEntry::nanos, FORM);
        if (kept == log) {
            return this;
        }
        return kept.isEmpty() ? EMPTY : new StockAccount(kept, Arrays.copyOf(before, kept.blocks() - 1));
    }

    /** The moment of the newest entry; the beginning of time when there is none. */
    long lastNanos() {
        return log.isEmpty() ? Long.MIN_VALUE : last().nanos();
    }

    private StockEntry last() {
        var block = log.block(log.blocks() - 1, FORM);
        return block.get(block.size() - 1);
    }

    /** Equal accounts write equal bytes. */
    void writeTo(ByteWriter out) {
        log.writeTo(out);
    }

    boolean isEmpty() {
        return log.isEmpty();
    }

    /** From when on the sellable level means something: the first count, or the first arrival when nothing was ever counted. */
    Optional<Instant> knownFrom() {
        return first(StockEntry::isCount).or(() -> first(it -> it.bucket() != Bucket.RESERVED && it.thousandths() > 0));
    }

    private Optional<Instant> first(Predicate<StockEntry> test) {
        for (int i = 0; i < log.blocks(); i++) {
            for (var entry : log.block(i, FORM)) {
                if (test.test(entry)) {
                    return Optional.of(entry.at());
                }
            }
        }
        return Optional.empty();
    }

    /** The moment of the last count of what is available. */
    Optional<Instant> lastAvailableCount() {
        for (int i = log.blocks() - 1; i >= 0; i--) {
            var entries = log.block(i, FORM);
            for (int j = entries.size() - 1; j >= 0; j--) {
                if (entries.get(j).countsAvailable()) {
                    return Optional.of(entries.get(j).at());
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
        for (var entry : log.block(block, FORM)) {
            if (entry.nanos() > nanos) {
                break;
            }
            level.take(entry);
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
        return block == 0 ? new Level() : new Level(before[block - 1]);
    }

    /** A level that is carried from entry to entry. */
    static final class Level {

        private final long[] thousandths;

        Level() {
            this(new long[BUCKETS.size()]);
        }

        private Level(long[] from) {
            this.thousandths = from.clone();
        }

        void take(StockEntry entry) {
            long quantity = entry.thousandths();
            if (!entry.isCount()) {
                quantity = Math.addExact(quantity, thousandthsOf(entry.bucket()));
            } else if (entry.countsAvailable()) {
                quantity = Math.addExact(quantity, thousandthsOf(Bucket.RESERVED));
            }
            thousandths[BUCKETS.indexOf(entry.bucket())] = quantity;
        }

        private long thousandthsOf(Bucket bucket) {
            return thousandths[BUCKETS.indexOf(bucket)];
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
        private final EntryLog.Editor<StockEntry> log;

        Editor(StockAccount before) {
            this.before = before;
            this.log = new EntryLog.Editor<>(before.log, FORM);
        }

        void add(StockEntry entry, int sign) {
            log.add(entry, sign);
        }

        StockAccount done(ByteWriter out) {
            var next = log.done(out);
            if (next == before.log) {
                return before;
            }
            return next.isEmpty() ? EMPTY : new StockAccount(next, levels(next));
        }

        private long[][] levels(EntryLog next) {
            if (next.blocks() == 1) {
                return EMPTY.before;
            }
            int kept = Math.min(log.firstTouched(), next.blocks() - 1);
            var levels = Arrays.copyOf(before.before, next.blocks() - 1);
            for (int block = kept; block < levels.length; block++) {
                var level = block == 0 ? new Level() : new Level(levels[block - 1]);
                next.block(block, FORM).forEach(level::take);
                levels[block] = level.thousandths;
            }
            return levels;
        }
    }

    /**
     * An entry in bytes: bucket, measure, the unit of the time since the one before and whether its version is that of its moment, in one byte;
     * then the time, the quantity (in whole units where it is one) and, where needed, the version.
     */
    private static final class StockForm implements EntryLog.Form<StockEntry> {

        private static final long SCALE = 1_000;
        private static final int OWN_VERSION = 1;

        @Override
        public void write(StockEntry entry, @Nullable StockEntry previous, ByteWriter out) {
            long since = entry.nanos() - (previous == null ? 0 : previous.nanos());
            int unit = EpochNanos.unit(since);
            long versions = entry.version() - EpochNanos.version(entry.nanos());
            int flags = BUCKETS.indexOf(entry.bucket()) << 5 | MEASURES.indexOf(entry.measure()) << 3 | unit << 1;
            out.writeByte(flags | (versions == 0 ? 0 : OWN_VERSION));
            EpochNanos.write(since, unit, out);
            writeQuantity(entry.thousandths(), out);
            if (versions != 0) {
                out.writeZigzag(versions);
            }
        }

        private static void writeQuantity(long thousandths, ByteWriter out) {
            boolean isWhole = thousandths % SCALE == 0;
            long said = isWhole ? thousandths / SCALE : thousandths;
            out.writeVarint(((said << 1) ^ (said >> 63)) << 1 | (isWhole ? 1 : 0));
        }

        @Override
        public StockEntry read(@Nullable StockEntry previous, ByteReader in) {
            int flags = in.readByte();
            long nanos = (previous == null ? 0 : previous.nanos()) + EpochNanos.read(flags >> 1 & 3, in);
            long said = in.readVarint();
            long unfolded = (said >>> 2) ^ -(said >>> 1 & 1);
            long thousandths = (said & 1) != 0 ? unfolded * SCALE : unfolded;
            long version = EpochNanos.version(nanos) + ((flags & OWN_VERSION) != 0 ? in.readZigzag() : 0);
            return new StockEntry(
                    nanos, BUCKETS.get(flags >> 5 & 7), MEASURES.get(flags >> 3 & 3), thousandths, version);
        }
    }
}
