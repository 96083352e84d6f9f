package dev.storetwin.core.inventory.policy;

import java.util.List;

/** Order up to the quantile of what is asked for in lead time and review. */
record QuantilePolicy(PanelForecaster by, SafetyLevel level) implements ItemPolicy {

    static final String FAMILY = "quantile";

    @Override
    public String name() {
        return "quantile %s by %s".formatted(level, by.name());
    }

    @Override
    public String family() {
        return FAMILY;
    }

    @Override
    public List<PanelForecaster> forecasters() {
        return List.of(by);
    }

    @Override
    public long order(OrderMoment moment, int item) {
        return ItemPolicy.upTo(upTo(moment, item), moment, item);
    }

    double upTo(OrderMoment moment, int item) {
        double probability = level.of(moment.terms(item), moment.review());
        int periods = ItemPolicy.protectedPeriods(moment, item);
        return probability > 0 ? moment.forecast(by, item).over(1, periods + 1).quantile(probability) : 0;
    }
}
