package dev.storetwin.core.inventory.policy;

import java.util.List;

/**
 * The (s, S) of the trade: when the stock position is at most the quantile of lead time and review, order up to that and some reviews'
 * worth of expected demand above it.
 *
 * @param batch in reviews
 */
record MinMaxPolicy(QuantilePolicy least, double batch) implements ItemPolicy {

    @Override
    public String name() {
        return "min-max %s +%s by %s"
                .formatted(least.level(), Digits.of(batch), least.by().name());
    }

    @Override
    public String family() {
        return "min-max";
    }

    @Override
    public List<PanelForecaster> forecasters() {
        return least.forecasters();
    }

    @Override
    public long order(OrderMoment moment, int item) {
        double reorderPoint = least.upTo(moment, item);
        if (moment.position(item) > reorderPoint) {
            return 0;
        }
        int periods = ItemPolicy.protectedPeriods(moment, item);
        double perReview =
                moment.forecast(least.by(), item).over(1, periods + 1).mean() * moment.review() / periods;
        return ItemPolicy.upTo(reorderPoint + batch * perReview, moment, item);
    }
}
