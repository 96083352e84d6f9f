package dev.storetwin.core.forecast.arima;

/**
 * The share of a series without its trend that the season explains (Wang, Smith and Hyndman 2006), from a seasonal-trend decomposition
 * by loess (Cleveland et al. 1990: two passes, no robust weights, a seasonal window of 11).
 */
final class SeasonalStrength {

    private static final int SEASON_WINDOW = 11;
    private static final int PASSES = 2;

    private SeasonalStrength() {}

    /** From 0, no season, to 1, nothing but a season. */
    static double of(double[] values, int period) {
        int n = values.length;
        int trendWindow = odd((int) Math.ceil(1.5 * period / (1 - 1.5 / SEASON_WINDOW)));
        var trend = new double[n];
        var season = new double[n];
        for (int pass = 0; pass < PASSES; pass++) {
            var cycle = cycles(values, trend, period);
            var low = loess(average(average(average(cycle, period), period), 3), odd(period), 1, 0);
            for (int t = 0; t < n; t++) {
                season[t] = cycle[t + period] - low[t];
            }
            var without = new double[n];
            for (int t = 0; t < n; t++) {
                without[t] = values[t] - season[t];
            }
            trend = loess(without, trendWindow, 1, 0);
        }
        var rest = new double[n];
        var detrended = new double[n];
        for (int t = 0; t < n; t++) {
            detrended[t] = values[t] - trend[t];
            rest[t] = detrended[t] - season[t];
        }
        double whole = variance(detrended);
        return whole > 0 ? Math.max(0, Math.min(1, 1 - variance(rest) / whole)) : 0;
    }

    private static int odd(int window) {
        return window | 1;
    }

    /** The values of each place in the season smoothed over the years, and one season more on both sides. */
    private static double[] cycles(double[] values, double[] trend, int period) {
        int n = values.length;
        var result = new double[n + 2 * period];
        for (int place = 0; place < period; place++) {
            int count = (n - place + period - 1) / period;
            var cycle = new double[count];
            for (int i = 0; i < count; i++) {
                cycle[i] = values[place + i * period] - trend[place + i * period];
            }
            var smooth = loess(cycle, SEASON_WINDOW, 0, 1);
            for (int i = 0; i < smooth.length; i++) {
                int at = place + i * period;
                if (at < result.length) {
                    result[at] = smooth[i];
                }
            }
        }
        return result;
    }

    private static double[] average(double[] values, int window) {
        var result = new double[values.length - window + 1];
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            sum += values[t] - (t >= window ? values[t - window] : 0);
            if (t >= window - 1) {
                result[t - window + 1] = sum / window;
            }
        }
        return result;
    }

    /**
     * Local fits with tricube weights, over the nearest values.
     *
     * @param degree 0 for local means, 1 for local lines
     * @param beyond how many places before the first and after the last value are fitted too
     */
    private static double[] loess(double[] values, int window, int degree, int beyond) {
        int n = values.length;
        int width = Math.min(window, n);
        var result = new double[n + 2 * beyond];
        var weights = new double[width];
        for (int i = 0; i < result.length; i++) {
            int at = i - beyond;
            int from = Math.max(0, Math.min(n - width, at - width / 2));
            int missing = (window - width) / 2;
            int reach = Math.max(at - from, from + width - 1 - at) + missing;
            result[i] = fit(values, from, at, Math.max(1, reach), degree, weights);
        }
        return result;
    }

    private static double fit(double[] values, int from, int at, int reach, int degree, double[] weights) {
        double sum = 0;
        double mean = 0;
        for (int k = 0; k < weights.length; k++) {
            double distance = (double) Math.abs(from + k - at) / reach;
            double weight = 1 - distance * distance * distance;
            weights[k] = distance > .999 ? 0 : distance < .001 ? 1 : weight * weight * weight;
            sum += weights[k];
            mean += weights[k] * (from + k);
        }
        mean /= sum;
        double spread = 0;
        for (int k = 0; k < weights.length; k++) {
            spread += weights[k] * (from + k - mean) * (from + k - mean);
        }
        boolean flat = degree == 0 || spread < 1e-6 * sum;
        double tilt = flat ? 0 : (at - mean) * sum / spread;
        double result = 0;
        for (int k = 0; k < weights.length; k++) {
            result += weights[k] * (1 + tilt * (from + k - mean)) * values[from + k];
        }
        return result / sum;
    }

    /** Sum of squares around the mean. */
    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }
}
