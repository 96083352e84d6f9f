package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All past entries of one stock account, in the order in which they end. It never changes. */
final class PastStock {

    static final PastStock EMPTY = new PastStock(EntryLog.EMPTY);

    private static final EntryLog.Form<Span> FORM = new SpanForm();

    /**
     * An entry that was there so many times more, or less, for some time.
     *
     * @param from       the first moment, since 1970
     * @param until      the first moment after
     * @param unassigned whether it was as many times less, or more, where no node is chosen
     */
    record Span(StockEntry entry, long from, long until, int times, boolean unassigned) implements Comparable<Span> {

        private static final Comparator<Span> BY_END = Comparator.comparingLong(Span::until)
                .thenComparingLong(Span::from)
                .thenComparing(Span::entry)
                .thenComparingInt(Span::times)
                .thenComparing(Span::unassigned);

        static Span of(StockEntry entry, LedgerEntry.PastOfSku past) {
            return new Span(entry, past.from(), past.until(), past.times(), false);
        }

        static Span of(LedgerEntry.PastUnassigned past) {
            return new Span(past.entry().entry(), past.from(), past.until(), past.times(), true);
        }

        LedgerEntry.OfSku of(Sku sku, NodeId node) {
            var stock = new LedgerEntry.Stock(sku, node, entry);
            return unassigned
                    ? new LedgerEntry.PastUnassigned(stock, from, until, times)
                    : new LedgerEntry.PastOfSku(stock, from, until, times);
        }

        @Override
        public int compareTo(Span other) {
            return BY_END.compare(this, other);
        }
    }

    private final EntryLog log;

    private PastStock(EntryLog log) {
        this.log = log;
    }

    boolean isEmpty() {
        return log.isEmpty();
    }

    List<Span> all() {
        return log.all(FORM);
    }

    /** What was so at a moment. */
    void forEachAt(long nanos, Consumer<Span> consumer) {
        for (int block = firstBlock(nanos); block < log.blocks(); block++) {
            for (var span : log.block(block, FORM)) {
                if (span.from() <= nanos && nanos < span.until()) {
                    consumer.accept(span);
                }
            }
        }
    }

    /** The last block that begins with what ended by a moment, or the first. */
    private int firstBlock(long nanos) {
        int low = 0;
        int high = log.blocks() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (log.first(middle, FORM).until() <= nanos) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Collects changes. */
    static final class Editor {

        private final PastStock before;
        private final EntryLog.Editor<Span> log;

        Editor(PastStock before) {
            this.before = before;
            this.log = new EntryLog.Editor<>(before.log, FORM);
        }

        void add(Span span, int sign) {
            log.add(span, sign);
        }

        PastStock done(ByteWriter out) {
            var next = log.done(out);
            return next == before.log ? before : new PastStock(next);
        }
    }

    /**
     * The entry; then in one byte the units of both times, whether it began with the entry, whether it is the other way round where no node is
     * chosen, and whether it was once less; then how long and, where needed, how often and from when.
     */
    private static final class SpanForm implements EntryLog.Single<Span> {

        private static final int BEGINS_LATER = 1;
        private static final int UNASSIGNED = 32;
        private static final int ONCE_LESS = 64;

        @Override
        public void write(Span span, @Nullable Span previous, ByteWriter out) {
            PlainStockForm.FORM.write(span.entry(), previous == null ? null : previous.entry(), out);
            long later = span.from() - span.entry().nanos();
            long length = span.until() - span.from();
            int laterUnit = EpochNanos.unit(later);
            int lengthUnit = EpochNanos.unit(length);
            int flags = lengthUnit << 3 | laterUnit << 1 | (later == 0 ? 0 : BEGINS_LATER);
            flags |= (span.unassigned() ? UNASSIGNED : 0) | (span.times() == -1 ? ONCE_LESS : 0);
            out.writeByte(flags);
            EpochNanos.write(length, lengthUnit, out);
            if (span.times() != -1) {
                out.writeZigzag(span.times());
            }
            if (later != 0) {
                EpochNanos.write(later, laterUnit, out);
            }
        }

        @Override
        public Span read(@Nullable Span previous, ByteReader in) {
            var entry = PlainStockForm.FORM.read(previous == null ? null : previous.entry(), in);
            int flags = in.readByte();
            long length = EpochNanos.read(flags >> 3 & 3, in);
            int times = (flags & ONCE_LESS) != 0 ? -1 : Math.toIntExact(in.readZigzag());
            long from = entry.nanos() + ((flags & BEGINS_LATER) == 0 ? 0 : EpochNanos.read(flags >> 1 & 3, in));
            return new Span(entry, from, from + length, times, (flags & UNASSIGNED) != 0);
        }
    }
}
