package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stock entry in bytes of its own, as the root of a state is worked out of: bucket, measure, the unit of the time since the one before and
 * whether its version is that of its moment, in one byte; then the time, the quantity (in whole units where it is one) and, where needed, the
 * version.
 */
final class PlainStockForm implements EntryLog.Single<StockEntry> {

    static final PlainStockForm FORM = new PlainStockForm();

    private static final List<Bucket> BUCKETS = List.of(Bucket.values());
    private static final List<StockEntry.Measure> MEASURES = List.of(StockEntry.Measure.values());
    private static final int OTHER_VERSION = 1;

    private PlainStockForm() {}

    @Override
    public void write(StockEntry entry, @Nullable StockEntry previous, ByteWriter out) {
        long since = entry.nanos() - (previous == null ? 0 : previous.nanos());
        int unit = EpochNanos.unit(since);
        long versions = entry.version() - EpochNanos.version(entry.nanos());
        int flags = BUCKETS.indexOf(entry.bucket()) << 5 | MEASURES.indexOf(entry.measure()) << 3 | unit << 1;
        out.writeByte(flags | (versions == 0 ? 0 : OTHER_VERSION));
        EpochNanos.write(since, unit, out);
        StockForm.writeQuantity(entry.thousandths(), out);
        if (versions != 0) {
            out.writeZigzag(versions);
        }
    }

    @Override
    public StockEntry read(@Nullable StockEntry previous, ByteReader in) {
        int flags = in.readByte();
        long nanos = (previous == null ? 0 : previous.nanos()) + EpochNanos.read(flags >> 1 & 3, in);
        long thousandths = StockForm.readQuantity(in);
        long version = EpochNanos.version(nanos) + ((flags & OTHER_VERSION) != 0 ? in.readZigzag() : 0);
        return new StockEntry(nanos, BUCKETS.get(flags >> 5 & 7), MEASURES.get(flags >> 3 & 3), thousandths, version);
    }
}
