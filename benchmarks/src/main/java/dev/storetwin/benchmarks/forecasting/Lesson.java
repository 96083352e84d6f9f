package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.forecast.combination.SeasonedFit;
import dev.storetwin.core.forecast.features.SeriesFeatures;
import dev.storetwin.core.forecast.method.MethodFitter;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.List;

/**
 * What one series teaches: how it looked, what each method foretold, and what came.
 *
 * @param forecasts by method and step
 * @param actual    by step
 * @param scale     mean absolute change from one season to the next in what was seen (Hyndman and Koehler 2006), above 0
 */
record Lesson(String name, SeriesFeatures features, double[][] forecasts, double[] actual, double scale) {

    /** Hides the last periods from the methods. */
    static Lesson of(TimeSeries series, int horizon, List<MethodFitter> methods) {
        int seen = series.size() - horizon;
        var all = series.values();
        var past = Arrays.copyOf(all, seen);
        var seasoned = SeasonedFit.of(past, series.seasonality());
        var season = seasoned.season();
        int found = season.isNone() ? 1 : season.periods().get(0);
        var forecasts = methods.stream()
                .map(it -> seasoned.fit(it).means(horizon))
                .toArray(double[][]::new);
        return new Lesson(
                series.name(),
                SeriesFeatures.of(past, found),
                forecasts,
                Arrays.copyOfRange(all, seen, all.length),
                scale(past, series.seasonality().shortest()));
    }

    private static double scale(double[] past, int period) {
        int lag = past.length > period ? period : 1;
        double sum = 0;
        for (int i = lag; i < past.length; i++) {
            sum += Math.abs(past[i] - past[i - lag]);
        }
        double mean = sum / Math.max(1, past.length - lag);
        return mean > 0 ? mean : 1;
    }
}
