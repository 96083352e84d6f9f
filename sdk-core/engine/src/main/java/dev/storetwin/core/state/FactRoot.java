package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.BiConsumer;

/**
 * 128 bits that stand for all that is true in a state.
 *
 * <p>How it works: every fact that stands, the book of every SKU and every page of the book of the shop has a fingerprint, and these are added
 * up. A sum does not depend on order, so it can be worked out slice by slice, and so the order in which events came cannot matter. Ids of
 * deliveries, when they were received, what was replaced or retracted, and which keys were seen are left out: they are how we came to know,
 * not what is true. Fingerprints are well mixed and fast rather than safe against somebody who looks for two states of one sum: the root finds
 * mistakes, the audit trail finds forgers.
 */
final class FactRoot {

    /** Parts of a root that can be worked out side by side. */
    static final int PARTS = 4 * Table.SLICES;

    private static final String TIMELESS = ", dated=" + LedgerEntry.SUMMED;

    private final Roots roots;

    FactRoot(Roots roots) {
        this.roots = roots;
    }

    static Fingerprint of(Roots roots, Workers workers) {
        var root = new FactRoot(roots);
        var sums = new Sum[PARTS];
        workers.run(PARTS, part -> sums[part] = root.part(part));
        var all = new Sum();
        for (var sum : sums) {
            all.add(sum.high, sum.low);
        }
        return new Fingerprint(all.high, all.low);
    }

    /** A sum of 128 bits, without what is carried beyond them. */
    private static final class Sum {

        private long high;
        private long low;

        void add(Fingerprint fingerprint) {
            add(fingerprint.high(), fingerprint.low());
        }

        private void add(long moreHigh, long moreLow) {
            low += moreLow;
            high += moreHigh + (Long.compareUnsigned(low, moreLow) < 0 ? 1 : 0);
        }
    }

    private Sum part(int part) {
        var sum = new Sum();
        int slice = part % Table.SLICES;
        switch (part / Table.SLICES) {
            case 0 -> roots.documents().forEachInHeap(slice, it -> document(it, sum));
            case 3 -> roots.documents().forEachArchived(slice, it -> document(it, sum));
            case 1 -> {
                var out = new ByteWriter(4_096);
                roots.skus().forEachIn(slice, it -> {
                    if (!it.tellsNothing()) {
                        sum.add(fingerprint(it, out));
                    }
                });
            }
            default -> roots.book().forEachIn(slice, it -> page(it, sum));
        }
        return sum;
    }

    private void document(byte[] bytes, Sum sum) {
        for (var fact : Document.of(bytes, roots.codec()).encodedFacts()) {
            sum.add(fact.factFingerprint());
        }
    }

    /** Of everything in the book of a SKU but what tells of what was once true. */
    static Fingerprint fingerprint(SkuBook book, ByteWriter out) {
        out.reset().writeString(book.sku().value());
        write(book.sales(), out, DailyAccount::writeTo);
        write(book.traffic(), out, DailyAccount::writeTo);
        write(book.stock(), out, StockAccount::writeTo);
        write(book.prices(), out, PriceAccount::writeTo);
        book.arrivals().stream()
                .map(FactRoot::text)
                .sorted(Comparator.naturalOrder())
                .forEach(out::writeString);
        return Fingerprint.of(out.toByteArray());
    }

    private static <K extends Comparable<K>, A> void write(
            Shelf<K, A> shelf, ByteWriter out, BiConsumer<A, ByteWriter> writer) {
        out.writeVarint(shelf.keys().size());
        shelf.forEach((key, account) -> {
            out.writeString(key.toString());
            writer.accept(account, out);
        });
    }

    private static String text(LedgerEntry.Arrival arrival) {
        var inbound = arrival.inbound();
        return "%s %s %s %s %s"
                .formatted(
                        arrival.node(),
                        arrival.document(),
                        arrival.since(),
                        inbound.quantity(),
                        inbound.expectedAt().map(Instant::toString).orElse(""));
    }

    private static void page(Page page, Sum sum) {
        if (page.key().kind() == LedgerEntry.Past.class) {
            return;
        }
        page.entries()
                .map(FactRoot::text)
                .map(it -> Fingerprint.of(it.getBytes(StandardCharsets.UTF_8)))
                .forEach(sum::add);
    }

    /** A campaign's facts are counted with its document. From when on something is so is left out, as it was from the first root on. */
    private static String text(LedgerEntry entry) {
        return entry instanceof LedgerEntry.Campaign campaign
                ? "Campaign " + campaign.promotion().promotion()
                : entry.timeless().toString().replace(TIMELESS, "");
    }
}
