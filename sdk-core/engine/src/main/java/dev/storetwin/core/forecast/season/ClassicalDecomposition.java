package dev.storetwin.core.forecast.season;

import java.util.Arrays;
import java.util.List;

/**
 * Decomposition by moving averages: the trend is the average over one whole cycle around each period, the season the average at each
 * position of what is left, the same in every cycle (Persons 1919).
 */
public final class ClassicalDecomposition {

    private ClassicalDecomposition() {}

    /** Series = trend + season + rest. Without two whole cycles there is no season, and without one no trend but the mean. */
    public static Decomposition additive(double[] values, int period) {
        return decompose(values, period, false);
    }

    /** Series = trend * season * rest, for positive values; periods whose trend is not positive say nothing. */
    public static Decomposition multiplicative(double[] values, int period) {
        return decompose(values, period, true);
    }

    private static Decomposition decompose(double[] values, int period, boolean multiplicative) {
        if (period < 2 || values.length < 2 * period) {
            return Decomposition.of(values, level(values), List.of(), multiplicative);
        }
        var trend = centredAverage(values, period);
        var figure = figure(values, trend, period, multiplicative);
        var season = new double[values.length];
        for (int i = 0; i < season.length; i++) {
            season[i] = figure[i % period];
        }
        return Decomposition.of(values, trend, List.of(new SeasonalPart(period, season)), multiplicative);
    }

    private static double[] level(double[] values) {
        var level = new double[values.length];
        Arrays.fill(level, mean(values));
        return level;
    }

    private static double[] figure(double[] values, double[] trend, int period, boolean multiplicative) {
        var sums = new double[period];
        var counts = new int[period];
        for (int i = 0; i < values.length; i++) {
            double detrended = multiplicative ? ratio(values[i], trend[i]) : values[i] - trend[i];
            if (!Double.isNaN(detrended)) {
                sums[i % period] += detrended;
                counts[i % period]++;
            }
        }
        return centred(sums, counts, multiplicative);
    }

    private static double ratio(double value, double trend) {
        return trend > 0 ? value / trend : Double.NaN;
    }

    private static double[] centred(double[] sums, int[] counts, boolean multiplicative) {
        int neutral = multiplicative ? 1 : 0;
        var figure = new double[sums.length];
        for (int i = 0; i < figure.length; i++) {
            figure[i] = counts[i] == 0 ? neutral : sums[i] / counts[i];
        }
        double average = mean(figure);
        if (multiplicative && !(average > 0)) {
            Arrays.fill(figure, 1);
            return figure;
        }
        for (int i = 0; i < figure.length; i++) {
            figure[i] = multiplicative ? figure[i] / average : figure[i] - average;
        }
        return figure;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).filter(it -> !Double.isNaN(it)).average().orElse(0);
    }

    /**
     * The average over one whole cycle around each period; for an even cycle the two outermost count half. {@code NaN} at both ends
     * and where less than half of the cycle is known.
     */
    static double[] centredAverage(double[] values, int period) {
        int half = period / 2;
        var averages = new double[values.length];
        Arrays.fill(averages, Double.NaN);
        for (int i = half; i < values.length - half; i++) {
            averages[i] = average(values, i - half, i + half, period);
        }
        return averages;
    }

    private static double average(double[] values, int first, int last, int period) {
        double outer = period % 2 == 0 ? .5 : 1;
        double sum = 0;
        double known = 0;
        for (int j = first; j <= last; j++) {
            double weight = j == first || j == last ? outer : 1;
            if (!Double.isNaN(values[j])) {
                sum += weight * values[j];
                known += weight;
            }
        }
        return 2 * known >= period ? sum / known : Double.NaN;
    }
}
