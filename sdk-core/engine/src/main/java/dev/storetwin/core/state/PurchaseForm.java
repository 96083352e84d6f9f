package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.SubjectId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Purchases of one subject in bytes, in the order in which they came: the unit of the moment, the moment in it, the revenue, the order. A shop has
 * more of these than of anything else that no SKU keeps.
 */
final class PurchaseForm {

    private PurchaseForm() {}

    static byte[] with(byte[] before, LedgerEntry.Purchase purchase) {
        var out = new ByteWriter(before.length + 32).writeRaw(before, 0, before.length);
        write(purchase, out);
        return out.toByteArray();
    }

    /** Without one that is like this one; as it was when there is none. */
    static byte[] without(byte[] before, LedgerEntry.Purchase purchase) {
        var one = new ByteWriter(32);
        write(purchase, one);
        var gone = one.toByteArray();
        var in = new ByteReader(before);
        while (in.remaining() > 0) {
            int from = in.position();
            read(purchase.subject(), in);
            if (Arrays.equals(before, from, in.position(), gone, 0, gone.length)) {
                var left = Arrays.copyOf(before, before.length - gone.length);
                System.arraycopy(before, in.position(), left, from, left.length - from);
                return left;
            }
        }
        return before;
    }

    static List<LedgerEntry.Purchase> all(SubjectId subject, byte[] bytes) {
        var all = new ArrayList<LedgerEntry.Purchase>();
        var in = new ByteReader(bytes);
        while (in.remaining() > 0) {
            all.add(read(subject, in));
        }
        return all;
    }

    private static void write(LedgerEntry.Purchase purchase, ByteWriter out) {
        long nanos = EpochNanos.nanos(purchase.at());
        int unit = EpochNanos.unit(nanos);
        out.writeByte(unit);
        EpochNanos.write(nanos, unit, out);
        out.writeZigzag(purchase.revenue()).writeString(purchase.order().value());
    }

    private static LedgerEntry.Purchase read(SubjectId subject, ByteReader in) {
        var at = EpochNanos.instant(EpochNanos.read(in.readByte(), in));
        long revenue = in.readZigzag();
        return new LedgerEntry.Purchase(subject, new OrderId(in.readString()), at, revenue);
    }
}
