package dev.storetwin.core.forecast.arima;

/** How often a series is to be differenced before it stays around a level. */
final class UnitRoots {

    /** What the statistic exceeds once in twenty when the level stays (Kwiatkowski, Phillips, Schmidt and Shin 1992, table 1). */
    private static final double CRITICAL = .463;

    private static final double STRONG_SEASON = .64;
    private static final int MOST = 2;
    private static final double SAME = 1e-13;

    private UnitRoots() {}

    /** Whether the season is strong enough to be differenced, and not so regular that nothing would be left. */
    static boolean seasonal(double[] values, int period) {
        return period > 1
                && values.length >= 2 * period
                && SeasonalStrength.of(values, period) > STRONG_SEASON
                && !constant(Differences.lagged(values, period));
    }

    /** Differences while the test rejects a level, at most twice. */
    static int plain(double[] values) {
        var left = values;
        for (int d = 0; d < MOST; d++) {
            if (constant(left) || statistic(left) <= CRITICAL) {
                return d;
            }
            left = Differences.lagged(left, 1);
        }
        return MOST;
    }

    /** Whether all values are the same but for rounding; the series is scaled to about one. */
    static boolean constant(double[] values) {
        for (double value : values) {
            if (Math.abs(value - values[0]) > SAME) {
                return false;
            }
        }
        return true;
    }

    /** Mean square of the running sums of deviations from the mean, over the long-run variance by Bartlett's weights. */
    static double statistic(double[] values) {
        int n = values.length;
        double mean = 0;
        for (double value : values) {
            mean += value / n;
        }
        double running = 0;
        double squares = 0;
        for (double value : values) {
            running += value - mean;
            squares += running * running;
        }
        int lags = (int) (3 * Math.sqrt(n) / 13);
        double variance = covariance(values, mean, 0);
        for (int lag = 1; lag <= lags; lag++) {
            variance += 2 * (1 - lag / (lags + 1.0)) * covariance(values, mean, lag);
        }
        return variance > 0 ? squares / ((double) n * n) / variance : 0;
    }

    private static double covariance(double[] values, double mean, int lag) {
        double sum = 0;
        for (int t = lag; t < values.length; t++) {
            sum += (values[t] - mean) * (values[t - lag] - mean);
        }
        return sum / values.length;
    }
}
