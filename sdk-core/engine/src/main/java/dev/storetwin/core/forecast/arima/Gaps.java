package dev.storetwin.core.forecast.arima;

import java.util.stream.IntStream;

/** Unknown values, and a first guess at them. */
final class Gaps {

    private Gaps() {}

    static int[] of(double[] values) {
        return IntStream.range(0, values.length)
                .filter(t -> Double.isNaN(values[t]))
                .toArray();
    }

    /** Draws straight lines between known neighbours, with the mean of each place in the season taken off before and added after. */
    static void fill(double[] values, int period) {
        if (IntStream.range(0, values.length).noneMatch(t -> Double.isNaN(values[t]))) {
            return;
        }
        var season = new double[Math.max(1, period)];
        if (values.length >= 2 * period) {
            means(values, season);
        }
        int known = 0;
        for (int t = 0; t < values.length; t++) {
            if (Double.isNaN(values[t])) {
                continue;
            }
            double left = values[known] - season[known % season.length];
            double right = values[t] - season[t % season.length];
            for (int gap = known + 1; gap < t; gap++) {
                double share = (double) (gap - known) / (t - known);
                values[gap] = left + share * (right - left) + season[gap % season.length];
            }
            known = t;
        }
    }

    private static void means(double[] values, double[] season) {
        var counts = new int[season.length];
        double sum = 0;
        int count = 0;
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                season[t % season.length] += values[t];
                counts[t % season.length]++;
                sum += values[t];
                count++;
            }
        }
        for (int j = 0; j < season.length; j++) {
            season[j] = counts[j] == 0 ? 0 : season[j] / counts[j] - sum / count;
        }
    }
}
