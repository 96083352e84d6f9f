package dev.storetwin.core.forecast.hierarchy;

/** A way to make the forecasts of a hierarchy add up. The same forecasts give the same answer, bit for bit. */
public interface Reconciliation {

    /**
     * One row per node in the order of the hierarchy, one column per step: each sum is the sum of its series.
     *
     * @param forecasts need not add up
     */
    double[][] reconcile(NodeForecasts forecasts);

    /** The forecasts of the series, added up. */
    static Reconciliation bottomUp() {
        return forecasts -> {
            var summing = Summing.of(forecasts.hierarchy());
            var panel = forecasts.panel();
            summing.up(panel, forecasts.steps());
            return NodeForecasts.rows(panel, summing.nodes());
        };
    }

    /** The forecast of the total, handed down by what the forecasts below it say (Athanasopoulos, Ahmed and Hyndman 2009). */
    static Reconciliation topDown() {
        return new TopDown();
    }

    /**
     * The forecast of the total, handed down by fixed shares (Gross and Sohl 1990).
     *
     * @param shares one per series, not negative and not all 0; they need not sum to 1: average sales will do
     */
    static Reconciliation topDown(double... shares) {
        return new FixedShares(shares.clone());
    }

    /**
     * The coherent forecasts of least error variance in total (Wickramasuriya, Athanasopoulos and Hyndman 2019). May be negative
     * where no forecast was.
     */
    static Reconciliation minimumTrace(ErrorWeights weights) {
        return new MinimumTrace(weights, false);
    }

    /** The same among those that are not negative (Wickramasuriya, Turlach and Hyndman 2020). */
    static Reconciliation nonNegative(ErrorWeights weights) {
        return new MinimumTrace(weights, true);
    }
}
