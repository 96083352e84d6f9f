package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import java.util.List;

/**
 * The lines of a stock account in bytes, those together that an order makes together.
 *
 * <p>How it works: what a shop does most has a short form. A reservation is a byte, a time and, beyond a few units, a quantity. A shipment is what
 * leaves, the end of its reservation and, where that was at no node before, how it came: all of one moment and one quantity. Where the
 * reservation is in the same block, the shipment counts back to it instead of telling its moment and quantity again. All else is told in full.
 *
 * <p>The first byte: two bits say what it is, four how the time since the line before is told ({@link ShortTimes}), two hold a small number.
 */
final class StockForm implements EntryLog.Form<StockLine> {

    static final StockForm FORM = new StockForm();

    private static final List<Bucket> BUCKETS = List.of(Bucket.values());
    private static final List<StockEntry.Measure> MEASURES = List.of(StockEntry.Measure.values());
    private static final long SCALE = 1_000;

    private static final int FULL = 0;
    private static final int RESERVATION = 1;
    private static final int SHIPMENT = 2;
    private static final int ROUTED_SHIPMENT = 3;

    private static final int SMALL = 3;
    private static final int OTHER_VERSION = 1;
    private static final int OF_ROUTING = 7;

    private StockForm() {}

    @Override
    public int write(List<StockLine> lines, int place, ByteWriter out) {
        var line = lines.get(place);
        long since = line.nanos() - (place == 0 ? 0 : lines.get(place - 1).nanos());
        if (isShipment(lines, place)) {
            long quantity = ((StockEntry) lines.get(place + 1)).thousandths();
            if (place + 2 < lines.size() && isRouting(lines.get(place + 2), line.nanos(), -quantity)) {
                writeRouted((Routing) lines.get(place + 2), since, lines, place, out);
                return place + 3;
            }
            writeShort(SHIPMENT, since, -quantity, out);
            return place + 2;
        }
        if (line instanceof Routing routing) {
            writeRouting(routing, since, lines, place, out);
        } else if (line instanceof StockEntry entry && entry.reserves()) {
            writeShort(RESERVATION, since, entry.thousandths(), out);
        } else if (line instanceof StockEntry entry) {
            writeFull(entry, since, out);
        }
        return place + 1;
    }

    /** So that no shipment is torn apart. */
    @Override
    public boolean mayEndBetween(StockLine last, StockLine next) {
        return last.nanos() != next.nanos();
    }

    /** Whether units leave and, next, their reservation ends at the same moment. */
    private static boolean isShipment(List<StockLine> lines, int place) {
        return place + 1 < lines.size()
                && lines.get(place) instanceof StockEntry left
                && lines.get(place + 1) instanceof StockEntry released
                && left.nanos() == released.nanos()
                && left.thousandths() == released.thousandths()
                && left.thousandths() < 0
                && left.moves(Bucket.SELLABLE)
                && released.moves(Bucket.RESERVED);
    }

    private static boolean isRouting(StockLine line, long nanos, long thousandths) {
        return line instanceof Routing routing
                && routing.nanos() == nanos
                && routing.reserved().thousandths() == thousandths;
    }

    /** How many reservations back the one of a routing is told in the block; 0 when it is not. */
    private static int back(StockEntry reserved, List<StockLine> lines, int place) {
        int back = 0;
        for (int i = place - 1; i >= 0; i--) {
            if (lines.get(i) instanceof StockEntry entry && entry.reserves()) {
                back++;
                if (entry.equals(reserved)) {
                    return back;
                }
            }
        }
        return 0;
    }

    private static void writeShort(int kind, long since, long thousandths, ByteWriter out) {
        boolean isSmall = thousandths % SCALE == 0 && thousandths <= SMALL * SCALE;
        ShortTimes.write(kind, since, isSmall ? (int) (thousandths / SCALE) : 0, out);
        if (!isSmall) {
            writeQuantity(thousandths, out);
        }
    }

    private static void writeRouted(Routing routing, long since, List<StockLine> lines, int place, ByteWriter out) {
        int back = back(routing.reserved(), lines, place);
        ShortTimes.write(ROUTED_SHIPMENT, since, back <= SMALL ? back : 0, out);
        if (back == 0 || back > SMALL) {
            writeReserved(routing, back, out);
        }
    }

    private static void writeRouting(Routing routing, long since, List<StockLine> lines, int place, ByteWriter out) {
        ShortTimes.write(FULL, since, 0, out);
        out.writeByte(OF_ROUTING << 5);
        writeReserved(routing, back(routing.reserved(), lines, place), out);
    }

    /** How far back the reservation is told; when it is not, how long before, and how many units. */
    private static void writeReserved(Routing routing, int back, ByteWriter out) {
        out.writeVarint(back);
        if (back == 0) {
            out.writeZigzag(routing.nanos() - routing.reserved().nanos());
            writeQuantity(routing.reserved().thousandths(), out);
        }
    }

    private static void writeFull(StockEntry entry, long since, ByteWriter out) {
        long versions = entry.version() - EpochNanos.version(entry.nanos());
        ShortTimes.write(FULL, since, 0, out);
        int flags = entry.bucket().place << 5 | MEASURES.indexOf(entry.measure()) << 3;
        out.writeByte(flags | (versions == 0 ? 0 : OTHER_VERSION));
        writeQuantity(entry.thousandths(), out);
        if (versions != 0) {
            out.writeZigzag(versions);
        }
    }

    /** In whole units where it is one. */
    static void writeQuantity(long thousandths, ByteWriter out) {
        boolean isWhole = thousandths % SCALE == 0;
        long said = isWhole ? thousandths / SCALE : thousandths;
        out.writeVarint(((said << 1) ^ (said >> 63)) << 1 | (isWhole ? 1 : 0));
    }

    static long readQuantity(ByteReader in) {
        long said = in.readVarint();
        long unfolded = (said >>> 2) ^ -(said >>> 1 & 1);
        return (said & 1) != 0 ? unfolded * SCALE : unfolded;
    }

    @Override
    public void read(List<StockLine> lines, ByteReader in) {
        int head = in.readByte();
        long before = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).nanos();
        long nanos = before + ShortTimes.read(head, in);
        int small = ShortTimes.small(head);
        switch (ShortTimes.kind(head)) {
            case RESERVATION -> lines.add(moved(nanos, Bucket.RESERVED, small == 0 ? readQuantity(in) : small * SCALE));
            case SHIPMENT -> addShipment(nanos, small == 0 ? readQuantity(in) : small * SCALE, lines);
            case ROUTED_SHIPMENT -> {
                var reserved = small == 0 ? readReserved(nanos, lines, in) : reserved(small, lines);
                addShipment(nanos, reserved.thousandths(), lines);
                lines.add(new Routing(reserved, nanos));
            }
            default -> lines.add(readFull(nanos, lines, in));
        }
    }

    private static void addShipment(long nanos, long thousandths, List<StockLine> lines) {
        lines.add(moved(nanos, Bucket.SELLABLE, -thousandths));
        lines.add(moved(nanos, Bucket.RESERVED, -thousandths));
    }

    private static StockEntry moved(long nanos, Bucket bucket, long thousandths) {
        return new StockEntry(nanos, bucket, StockEntry.Measure.MOVED, thousandths, EpochNanos.version(nanos));
    }

    private static StockLine readFull(long nanos, List<StockLine> lines, ByteReader in) {
        int flags = in.readByte();
        int bucket = flags >> 5 & 7;
        if (bucket == OF_ROUTING) {
            return new Routing(readReserved(nanos, lines, in), nanos);
        }
        long thousandths = readQuantity(in);
        long version = EpochNanos.version(nanos) + ((flags & OTHER_VERSION) != 0 ? in.readZigzag() : 0);
        return new StockEntry(nanos, BUCKETS.get(bucket), MEASURES.get(flags >> 3 & 3), thousandths, version);
    }

    private static StockEntry readReserved(long nanos, List<StockLine> lines, ByteReader in) {
        int back = Math.toIntExact(in.readVarint());
        return back > 0 ? reserved(back, lines) : moved(nanos - in.readZigzag(), Bucket.RESERVED, readQuantity(in));
    }

    /** The reservation that was told so many reservations ago. */
    private static StockEntry reserved(int back, List<StockLine> lines) {
        int left = back;
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i) instanceof StockEntry entry && entry.reserves() && --left == 0) {
                return entry;
            }
        }
        throw new IllegalStateException(
                "A shipment counts back %d reservations, which its block has not.\nMaybe its bytes were changed in place."
                        .formatted(back));
    }
}
