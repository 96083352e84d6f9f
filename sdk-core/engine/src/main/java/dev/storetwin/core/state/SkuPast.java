package dev.storetwin.core.state;

import dev.storetwin.type.NodeId;
import java.util.List;

/**
 * What was so of one SKU for some time and cannot be told from its accounts. It never changes.
 *
 * @param stock  per node
 * @param others of prices and of what was on its way
 */
record SkuPast(Shelf<NodeId, PastStock> stock, List<LedgerEntry.PastOfSku> others) {

    static final SkuPast EMPTY = new SkuPast(Shelf.empty(), List.of());

    boolean isEmpty() {
        return stock.isEmpty() && others.isEmpty();
    }
}
