package dev.storetwin.core.forecast.arima;

/** Subtracting the period before, or the season before, until the level and the trend are gone. */
final class Differences {

    private Differences() {}

    /** The differenced values; as many fewer as the order uses up. */
    static double[] of(double[] values, ArimaOrder order) {
        var result = values;
        for (int i = 0; i < order.seasonalDifference(); i++) {
            result = lagged(result, order.period());
        }
        for (int i = 0; i < order.difference(); i++) {
            result = lagged(result, 1);
        }
        return result;
    }

    /** Each value minus that of some periods before; empty when there is none. */
    static double[] lagged(double[] values, int lag) {
        var result = new double[Math.max(0, values.length - lag)];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[i + lag] - values[i];
        }
        return result;
    }

    /** Undoes it: a value is its difference plus the values before, the i-th last times the i-th of these (from one). */
    static double[] weights(ArimaOrder order) {
        var weights = new double[order.lost() + 1];
        weights[0] = -1;
        int degree = 0;
        for (int i = 0; i < order.difference() + order.seasonalDifference(); i++) {
            int lag = i < order.difference() ? 1 : order.period();
            for (int j = degree; j >= 0; j--) {
                weights[j + lag] -= weights[j];
            }
            degree += lag;
        }
        return weights;
    }
}
