package dev.storetwin.core.inventory.policy;

import java.util.List;

/**
 * As {@link QuantilePolicy}, but no order is larger than some reviews' worth of expected demand: with lost sales and a long lead time, an
 * order that makes up for everything at once comes too late and is too much (Xin 2021).
 *
 * @param cap in reviews
 */
record CappedBaseStockPolicy(QuantilePolicy level, double cap) implements ItemPolicy {

    @Override
    public String name() {
        return "capped %s %s by %s"
                .formatted(Digits.of(cap), level.level(), level.by().name());
    }

    @Override
    public String family() {
        return "capped base stock";
    }

    @Override
    public List<PanelForecaster> forecasters() {
        return level.forecasters();
    }

    @Override
    public long order(OrderMoment moment, int item) {
        int periods = ItemPolicy.protectedPeriods(moment, item);
        double perReview =
                moment.forecast(level.by(), item).over(1, periods + 1).mean() * moment.review() / periods;
        return Math.min(level.order(moment, item), (long) Math.ceil(cap * perReview));
    }
}
