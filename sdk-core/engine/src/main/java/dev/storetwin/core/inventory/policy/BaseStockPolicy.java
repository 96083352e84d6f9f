package dev.storetwin.core.inventory.policy;

import java.util.List;

/**
 * Order up to the expected demand of lead time and review, and a safety factor times its standard deviation.
 *
 * @param safety the factor
 */
record BaseStockPolicy(PanelForecaster by, double safety) implements ItemPolicy {

    @Override
    public String name() {
        return "base stock %s by %s".formatted(Digits.of(safety), by.name());
    }

    @Override
    public String family() {
        return "base stock";
    }

    @Override
    public List<PanelForecaster> forecasters() {
        return List.of(by);
    }

    @Override
    public long order(OrderMoment moment, int item) {
        var demand = moment.forecast(by, item).over(1, ItemPolicy.protectedPeriods(moment, item) + 1);
        return ItemPolicy.upTo(demand.mean() + safety * demand.standardDeviation(), moment, item);
    }
}
