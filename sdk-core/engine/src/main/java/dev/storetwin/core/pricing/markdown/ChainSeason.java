package dev.storetwin.core.pricing.markdown;

import java.util.List;

/**
 * Something that has to go by a date in several stores, each with its own stock and demand, at one price for all.
 *
 * @param prices what a unit brings at each rung, strictly falling
 * @param stores at least one, all with the same number of periods
 * @param rules  how the price may move
 */
public record ChainSeason(List<Double> prices, List<Store> stores, MoveRules rules) {

    /**
     * One store. What it has it sells itself.
     *
     * @param demand  for each period and rung
     * @param stock   units at the beginning; nothing comes later
     * @param salvage money for a unit that is left after the last period
     * @param holding money for each unit that is left at the end of each period
     */
    public record Store(SeasonDemand demand, int stock, double salvage, double holding) {}

    public ChainSeason {
        prices = List.copyOf(prices);
        stores = List.copyOf(stores);
        if (stores.stream().map(it -> it.demand().periods()).distinct().count() != 1) {
            throw new IllegalArgumentException(
                    "A chain needs at least one store, and all with the same number of periods.");
        }
        for (int store = 0; store < stores.size(); store++) {
            alone(prices, stores.get(store), rules);
        }
    }

    /** One store by itself, as if its price were its own. */
    MarkdownSeason alone(int store) {
        return alone(prices, stores.get(store), rules);
    }

    private static MarkdownSeason alone(List<Double> prices, Store store, MoveRules rules) {
        return MarkdownSeason.of(prices, store.demand(), store.stock())
                .withSalvage(store.salvage())
                .withHolding(store.holding())
                .withRules(rules);
    }

    int periods() {
        return stores.get(0).demand().periods();
    }
}
