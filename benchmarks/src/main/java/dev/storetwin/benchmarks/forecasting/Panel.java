package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Series that methods are judged on together, by their last periods.
 *
 * @param horizon how many periods at the end are foretold
 * @param methods by label, in the order of the table
 * @param peer    whose sMAPE and MASE count as an OWA of 1, where it is published
 */
record Panel(
        String name, List<TimeSeries> series, int horizon, Map<String, DemandForecaster> methods, Optional<Peer> peer) {

    /** Some of the methods, by their labels. */
    Panel withMethods(List<String> labels) {
        var some = new LinkedHashMap<String, DemandForecaster>();
        for (var label : labels) {
            var method = methods.get(label);
            if (method == null) {
                throw new IllegalArgumentException("There is no method %s for %s; one of %s is expected."
                        .formatted(label, name, methods.keySet()));
            }
            some.put(label, method);
        }
        return new Panel(name, series, horizon, some, peer);
    }

    /** Published scores of the method that others are measured by. */
    record Peer(double smape, double mase) {

        /** Overall weighted average of the M4 competition: the mean of both ratios. */
        double owa(double otherSmape, double otherMase) {
            return (otherSmape / smape + otherMase / mase) / 2;
        }
    }
}
