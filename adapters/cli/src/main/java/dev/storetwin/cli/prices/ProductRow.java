package dev.storetwin.cli.prices;

import dev.storetwin.core.pricing.plan.PricedItem;
import java.util.List;
import java.util.Optional;

/**
 * One line of a file of products.
 *
 * @param price  as the file has it; empty when it has none
 * @param item   to be priced; empty where there is not even a price that stands
 * @param status why there is none, in a word
 * @param notes  what a reader of its price should know
 */
public record ProductRow(
        String series, String price, Optional<PricedItem> item, Optional<PricedItem.Still> status, List<String> notes) {

    public ProductRow {
        notes = List.copyOf(notes);
    }
}
