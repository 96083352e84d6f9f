package dev.storetwin.core.forecast.arima;

import dev.storetwin.core.numeric.Normal;
import dev.storetwin.core.random.Draws;

/** Series whose truth is known. */
final class Simulated {

    private Simulated() {}

    static double[] noise(int length, long seed) {
        var draw = Draws.of(seed).keyed("noise", "arima", 0);
        var result = new double[length];
        for (int t = 0; t < length; t++) {
            result[t] = Normal.quantile(Math.max(1e-12, draw.nextDouble()));
        }
        return result;
    }

    static double[] summed(double[] steps) {
        return summed(steps, 1);
    }

    static double[] summed(double[] steps, int lag) {
        var result = steps.clone();
        for (int t = lag; t < result.length; t++) {
            result[t] += result[t - lag];
        }
        return result;
    }

    static double[] arma(int length, double ar, double ma, long seed) {
        var noise = noise(length, seed);
        var result = noise.clone();
        for (int t = 1; t < length; t++) {
            result[t] = ar * result[t - 1] + noise[t] + ma * noise[t - 1];
        }
        return result;
    }

    /** The airline model: ARIMA(0,1,1)(0,1,1)[period]. */
    static double[] airline(int length, int period, double ma, double seasonalMa, long seed) {
        var noise = noise(length, seed);
        var steps = noise.clone();
        for (int t = 0; t < length; t++) {
            steps[t] += t < 1 ? 0 : ma * noise[t - 1];
            steps[t] += t < period ? 0 : seasonalMa * noise[t - period];
            steps[t] += t < period + 1 ? 0 : ma * seasonalMa * noise[t - period - 1];
        }
        return summed(summed(steps, period));
    }
}
