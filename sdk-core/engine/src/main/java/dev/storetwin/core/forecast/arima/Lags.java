package dev.storetwin.core.forecast.arima;

import java.util.Arrays;

/**
 * The autoregression and the moving average of a seasonal model multiplied out: y(t) = sum phi(i) y(t-i) + e(t) + sum theta(i) e(t-i).
 * Mutable, so that a search needs no memory of its own; lags without a weight are left out of the sums.
 */
final class Lags {

    private final int[] lag;
    private final double[] weight;
    private final double[] dense;
    private int count;
    private int furthest;

    /**
     * @param most furthest lag there will be
     */
    Lags(int most) {
        lag = new int[most];
        weight = new double[most];
        dense = new double[most + 1];
    }

    /**
     * Multiplies a plain and a seasonal polynomial.
     *
     * @param sign what the product of two weights counts: -1 for (1 - a B)(1 - b B), +1 for (1 + a B)(1 + b B)
     */
    void multiply(double[] plain, double[] seasonal, int period, int sign) {
        Arrays.fill(dense, 0);
        System.arraycopy(plain, 0, dense, 1, plain.length);
        for (int j = 0; j < seasonal.length; j++) {
            int season = (j + 1) * period;
            dense[season] += seasonal[j];
            for (int i = 0; i < plain.length; i++) {
                dense[season + i + 1] += sign * seasonal[j] * plain[i];
            }
        }
        count = 0;
        furthest = plain.length + seasonal.length * period;
        for (int i = 1; i <= furthest; i++) {
            if (dense[i] != 0) {
                lag[count] = i;
                weight[count++] = dense[i];
            }
        }
    }

    /** Number of lags with a weight. */
    int count() {
        return count;
    }

    int lag(int index) {
        return lag[index];
    }

    double weight(int index) {
        return weight[index];
    }

    /** Weight of a lag, from 1 on. */
    double at(int lag) {
        return lag <= furthest ? dense[lag] : 0;
    }

    /** Furthest lag, with or without a weight. */
    int furthest() {
        return furthest;
    }
}
