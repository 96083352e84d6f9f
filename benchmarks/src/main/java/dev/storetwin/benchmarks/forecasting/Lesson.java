package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.forecast.combination.SeasonedFit;
import dev.storetwin.core.forecast.combination.WeightedMedian;
import dev.storetwin.core.forecast.features.SeriesFeatures;
import dev.storetwin.core.forecast.learned.LearnedCombination;
import dev.storetwin.core.forecast.method.MethodFitter;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one series teaches: how it looked, what each method foretold, and what came.
 *
 * @param forecasts by method and step
 * @param actual    by step
 * @param scale     mean absolute change from one season to the next in what was seen (Hyndman and Koehler 2006), above 0
 */
record Lesson(SeriesFeatures features, double[][] forecasts, double[] actual, double scale) {

    private static final double LEAST_ERROR = 1e-9;

    /** Hides the last periods from the methods. */
    static Lesson of(TimeSeries series, int horizon, List<MethodFitter> methods) {
        var all = series.values();
        var past = Arrays.copyOf(all, all.length - horizon);
        var seasoned = SeasonedFit.of(past, series.seasonality());
        var forecasts =
                methods.stream().map(it -> seasoned.fit(it).means(horizon)).toArray(double[][]::new);
        return new Lesson(
                LearnedCombination.features(past, seasoned.season()),
                forecasts,
                Arrays.copyOfRange(all, past.length, all.length),
                scale(past, series.seasonality().shortest()));
    }

    static double scale(double[] past, int period) {
        int lag = past.length > period ? period : 1;
        double sum = 0;
        for (int i = lag; i < past.length; i++) {
            sum += Math.abs(past[i] - past[i - lag]);
        }
        double mean = sum / Math.max(1, past.length - lag);
        return mean > 0 ? mean : 1;
    }

    /**
     * What each step's forecasts cost: half by absolute error and half by that in relation to size, as the OWA of the M4 competition has
     * it, each in units of what the first methods' errors are on average, so that no series outweighs the others.
     *
     * @param yardsticks how many of the methods give the units
     */
    List<LessonStep> steps(int yardsticks) {
        int horizon = actual.length;
        double absolute = 0;
        double relative = 0;
        for (int step = 0; step < horizon; step++) {
            for (int i = 0; i < yardsticks; i++) {
                double error = Math.abs(forecasts[i][step] - actual[step]);
                absolute += error / scale / yardsticks;
                relative += error * perSize(forecasts[i][step], actual[step]) / yardsticks;
            }
        }
        var steps = new ArrayList<LessonStep>();
        for (int step = 0; step < horizon; step++) {
            var column = column(step);
            double middle = WeightedMedian.of(Arrays.copyOf(column, yardsticks), equal(yardsticks));
            double cost = 1 / scale / Math.max(LEAST_ERROR, absolute)
                    + perSize(middle, actual[step]) / Math.max(LEAST_ERROR, relative);
            steps.add(LessonStep.of(column, actual[step], cost / 2));
        }
        return steps;
    }

    static double perSize(double forecast, double actual) {
        double size = Math.abs(forecast) + Math.abs(actual);
        return size > 0 ? 2 / size : 0;
    }

    private double[] column(int step) {
        return Arrays.stream(forecasts).mapToDouble(it -> it[step]).toArray();
    }

    private static double[] equal(int count) {
        var weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return weights;
    }
}
