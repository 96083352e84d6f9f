package dev.storetwin.core.forecast.arima;

import java.util.Arrays;

/** Partial autocorrelations: between -1 and 1 exactly when the polynomial's roots are outside the unit circle (Jones 1980). */
final class Partials {

    private static final int MOST_STEPS = 20_000;
    private static final double NOTHING = 1e-20;

    private Partials() {}

    /** From any number to a partial autocorrelation (Monahan 1984). */
    static double squash(double free) {
        return free / Math.sqrt(1 + free * free);
    }

    /** Inverse of {@link #squash}. */
    static double stretch(double partial) {
        return partial / Math.sqrt(1 - partial * partial);
    }

    /** Turns partial autocorrelations into the coefficients of an autoregression, in place. */
    static void toCoefficients(double[] values) {
        for (int n = 1; n < values.length; n++) {
            double last = values[n];
            for (int i = 0, j = n - 1; i <= j; i++, j--) {
                double low = values[i];
                double high = values[j];
                values[i] = low - last * high;
                values[j] = high - last * low;
            }
        }
    }

    /** Turns the coefficients of an autoregression into partial autocorrelations, in place; false when it is not stationary. */
    static boolean fromCoefficients(double[] values) {
        for (int n = values.length - 1; n >= 0; n--) {
            double last = values[n];
            if (!(Math.abs(last) < 1)) {
                return false;
            }
            double scale = 1 / (1 - last * last);
            for (int i = 0, j = n - 1; i <= j; i++, j--) {
                double low = values[i];
                double high = values[j];
                values[i] = (low + last * high) * scale;
                values[j] = (high + last * low) * scale;
            }
        }
        return true;
    }

    /**
     * Whether all roots are further than a distance from the origin: with the coefficients blown up by it the process must still be
     * stationary. No root is computed.
     *
     * @param sign -1 for 1 - a z, +1 for 1 + a z
     */
    static boolean rootsBeyond(double[] coefficients, int sign, double distance) {
        var blown = new double[coefficients.length];
        double factor = -sign;
        for (int i = 0; i < blown.length; i++) {
            factor *= distance;
            blown[i] = coefficients[i] * factor;
        }
        return fromCoefficients(blown);
    }

    /**
     * The moving average with the same autocovariances whose roots are outside the unit circle: the gain that the filter settles at.
     */
    static double[] inverted(double[] ma) {
        if (rootsBeyond(ma, 1, 1)) {
            return ma;
        }
        int size = ma.length;
        var gain = new double[size + 1];
        var change = new double[size + 2];
        double variance = 1;
        for (int lag = 0; lag < size; lag++) {
            variance += ma[lag] * ma[lag];
            gain[lag] = ma[lag];
            for (int i = 0; i + lag + 1 < size; i++) {
                gain[lag] += ma[i] * ma[i + lag + 1];
            }
            change[lag] = gain[lag];
        }
        double largest = 1;
        for (int steps = 0; steps < MOST_STEPS && largest > NOTHING; steps++) {
            double kappa = change[0] / variance;
            largest = 0;
            for (int i = 0; i < size; i++) {
                double moved = change[i + 1];
                double before = gain[i];
                gain[i] = before - kappa * moved;
                change[i] = moved - kappa * before;
                largest = Math.max(largest, Math.abs(change[i]));
            }
            variance *= 1 - kappa * kappa;
        }
        for (int i = 0; i < size; i++) {
            gain[i] /= variance;
        }
        return Arrays.copyOf(gain, size);
    }
}
