package dev.storetwin.core.forecast.features;

import java.util.Arrays;

/** How a series resembles itself some periods earlier. */
final class Autocorrelation {

    private static final double LEAST_VARIANCE = 1e-24;

    private Autocorrelation() {}

    /** Of lags 1 to the last; 0 where the series is too short or never changes. */
    static double[] of(double[] values, int lags) {
        var acf = new double[lags];
        for (int lag = 1; lag <= lags; lag++) {
            acf[lag - 1] = at(values, lag);
        }
        return acf;
    }

    static double at(double[] values, int lag) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = 0;
        double products = 0;
        for (int i = 0; i < values.length; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
            products += i < lag ? 0 : (values[i] - mean) * (values[i - lag] - mean);
        }
        return squares < LEAST_VARIANCE ? 0 : products / squares;
    }

    static double[] differences(double[] values) {
        var differences = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values[i + 1] - values[i];
        }
        return differences;
    }

    static double squares(double[] acf) {
        return Arrays.stream(acf).map(it -> it * it).sum();
    }

    /**
     * Share of the variance that an autoregression foretells one step ahead, from 0 to 1: by Kolmogorov's formula the geometric mean of
     * the spectrum is what is left, so this stands in for spectral entropy. Solved by the recursion of Durbin (1960).
     */
    static double predictability(double[] acf) {
        var coefficients = new double[acf.length];
        double left = 1;
        for (int order = 0; order < acf.length && left > 1e-9; order++) {
            double sum = acf[order];
            for (int i = 0; i < order; i++) {
                sum -= coefficients[i] * acf[order - 1 - i];
            }
            double reflection = Math.max(-1, Math.min(1, sum / left));
            var before = coefficients.clone();
            for (int i = 0; i < order; i++) {
                coefficients[i] = before[i] - reflection * before[order - 1 - i];
            }
            coefficients[order] = reflection;
            left *= 1 - reflection * reflection;
        }
        return 1 - left;
    }
}
