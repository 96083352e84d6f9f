package dev.storetwin.core.state;

import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.util.List;

/**
 * All that documents and shoppers add to one SKU, under one of the names that platforms use. One look-up finds all of it. It never changes.
 *
 * @param sales      per channel and day: units in thousandths, revenue in ten-thousandths of the reporting currency, returned units
 * @param traffic    per channel and day: views, carts and checkouts, in thousandths
 * @param stock      per node
 * @param prices     per channel
 * @param amendments what changed in the sales of a day after they were made, per channel
 * @param arrivals   what is on its way
 * @param past       what was so for some time
 */
record SkuBook(
        Sku sku,
        Shelf<Channel, DailyAccount> sales,
        Shelf<Channel, DailyAccount> traffic,
        Shelf<NodeId, StockAccount> stock,
        Shelf<Channel, PriceAccount> prices,
        Shelf<Channel, Amendments> amendments,
        List<LedgerEntry.Arrival> arrivals,
        SkuPast past) {

    static final Table.Keying<Sku, SkuBook> BY_SKU = SkuBook::sku;

    static SkuBook empty(Sku sku) {
        return new SkuBook(
                sku,
                Shelf.empty(),
                Shelf.empty(),
                Shelf.empty(),
                Shelf.empty(),
                Shelf.empty(),
                List.of(),
                SkuPast.EMPTY);
    }

    boolean isEmpty() {
        return tellsNothing() && amendments.isEmpty() && past.isEmpty();
    }

    /** Whether nothing of it is so now, though something may have been. */
    boolean tellsNothing() {
        return sales.isEmpty() && traffic.isEmpty() && stock.isEmpty() && prices.isEmpty() && arrivals.isEmpty();
    }

    /** Whether it was ever sold, or lies anywhere. */
    boolean isTraded() {
        return !sales.isEmpty() || !stock.isEmpty();
    }
}
