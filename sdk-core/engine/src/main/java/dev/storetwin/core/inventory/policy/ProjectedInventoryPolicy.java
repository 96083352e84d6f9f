package dev.storetwin.core.inventory.policy;

import java.util.List;

/**
 * Order so that the expected stock after the order's arrival, with lost sales until then, is the quantile of one review's demand from
 * there (van Jaarsveld and Arts 2024).
 *
 * @param paths futures that stock is projected over
 */
record ProjectedInventoryPolicy(PanelForecaster by, SafetyLevel level, int paths, long seed) implements ItemPolicy {

    @Override
    public String name() {
        return "projected inventory %s by %s".formatted(level, by.name());
    }

    @Override
    public String family() {
        return "projected inventory";
    }

    @Override
    public List<PanelForecaster> forecasters() {
        return List.of(by);
    }

    @Override
    public long order(OrderMoment moment, int item) {
        var terms = moment.terms(item);
        int lead = terms.lead();
        double probability = level.of(terms, moment.review());
        double wanted = probability > 0
                ? moment.forecast(by, item)
                        .over(lead + 1, lead + moment.review() + 1)
                        .quantile(probability)
                : 0;
        return Math.round(Math.max(0, wanted - projected(moment, item, lead)));
    }

    private double projected(OrderMoment moment, int item, int lead) {
        var shelf = moment.shelf(item);
        double sum = 0;
        for (var future : moment.futures(by, item, lead + moment.review(), paths, seed)) {
            double stock = shelf.onHand();
            for (int period = 0; period < lead; period++) {
                stock = Math.max(0, stock + shelf.inTransit().get(period) - future[period]);
            }
            sum += stock;
        }
        return sum / paths;
    }
}
