package dev.storetwin.core.forecast.features;

import java.util.Arrays;

/**
 * Values of mean 0 and standard deviation 1; all 0 when they never differ.
 *
 * @param dispersion squared coefficient of variation of the original values; 0 for a mean of 0
 */
record Standardized(double[] values, double dispersion) {

    private static final double LEAST_SHARE = 1e-12;

    static Standardized of(double[] values) {
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        if (largest == 0) {
            return new Standardized(new double[values.length], 0);
        }
        var scaled = Arrays.stream(values).map(value -> value / largest).toArray();
        double mean = Arrays.stream(scaled).average().orElse(0);
        double variance = Tiles.variance(scaled);
        if (variance < LEAST_SHARE * LEAST_SHARE) {
            return new Standardized(new double[values.length], 0);
        }
        double deviation = Math.sqrt(variance);
        double dispersion = Math.abs(mean) < LEAST_SHARE ? 0 : variance / (mean * mean);
        return new Standardized(
                Arrays.stream(scaled).map(value -> (value - mean) / deviation).toArray(), dispersion);
    }
}
