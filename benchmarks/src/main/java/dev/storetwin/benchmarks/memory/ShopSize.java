package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.TwinEvent;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;

/**
 * Bytes of heap that two years of a shop need, by what they are for, per pair of SKU and channel.
 *
 * <p>Usage: {@code java ... ShopSize [SKUS] [SPARSITY]}; 250,000 SKUs in 4 channels, busy on as many days as a stock code in a country of
 * the UCI Online Retail data unless {@code dense} is given, then as a stock code in all countries. Told is what is still used after
 * everything unused was collected, layer by layer.
 */
public final class ShopSize {

    private static final int CHANNELS = 4;
    private static final int BATCH = 4_096;

    private final TwoYears years;
    private ShopState state = ShopState.empty(ZoneOffset.UTC, MadeUpShop.CURRENCY);
    private long used = Machine.usedHeap();
    private final long usedBefore = used;

    private ShopSize(TwoYears years) {
        this.years = years;
    }

    public static void main(String[] arguments) {
        int skus = Machine.argument(arguments, 0, 250_000);
        boolean dense = arguments.length > 1 && arguments[1].equals("dense");
        Machine.print("%s", Machine.description());
        var deciles = dense ? SparseDays.STOCK_CODE : SparseDays.STOCK_CODE_IN_COUNTRY;
        new ShopSize(TwoYears.of(3, MadeUpShop.of(skus, CHANNELS), deciles)).run();
    }

    private void run() {
        Machine.print(
                "%,d pairs, each with sales on %.1f of %d days",
                years.pairs(), years.soldCells() / (double) years.pairs(), TwoYears.DAYS);
        layer("catalog and prices", years.catalog());
        layer("stock counts", years.counts());
        layer("views", years.views());
        layer("orders", years.orders());
        layer("shipments", years.shipments());
        Machine.print("%-20s %8.0f bytes per pair", "everything", perPair(used - usedBefore));
    }

    private void layer(String name, Iterator<TwinEvent> events) {
        long start = System.nanoTime();
        long count = 0;
        while (events.hasNext()) {
            var batch = new ArrayList<TwinEvent>();
            while (events.hasNext() && batch.size() < BATCH) {
                batch.add(events.next());
            }
            state = state.after(batch).state();
            count += batch.size();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long now = Machine.usedHeap();
        Machine.print("%-20s %8.0f bytes per pair, %,d events in %.1f s", name, perPair(now - used), count, seconds);
        used = now;
    }

    private double perPair(long bytes) {
        return bytes / (double) years.pairs();
    }
}
