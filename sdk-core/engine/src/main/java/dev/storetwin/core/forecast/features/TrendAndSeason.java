package dev.storetwin.core.forecast.features;

/**
 * A series parted into a moving average, the means of the seasons and a rest, in two passes.
 *
 * @param trend  moving average over one season, over 5 periods without season; the ends repeat the nearest full one
 * @param season mean of each place in the cycle, over what the trend leaves
 */
record TrendAndSeason(double[] trend, double[] season, double[] rest) {

    private static final int WINDOW = 5;

    static TrendAndSeason of(double[] values, int period) {
        var trend = movingAverage(values, period > 1 ? period : WINDOW);
        var season = new double[period];
        var counts = new int[period];
        for (int i = 0; i < values.length && period > 1; i++) {
            season[i % period] += values[i] - trend[i];
            counts[i % period]++;
        }
        for (int i = 0; i < period; i++) {
            season[i] = counts[i] == 0 ? 0 : season[i] / counts[i];
        }
        var rest = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            rest[i] = values[i] - trend[i] - season[i % period];
        }
        return new TrendAndSeason(trend, season, rest);
    }

    /** An even window weighs its two ends by half. */
    private static double[] movingAverage(double[] values, int window) {
        int n = values.length;
        int half = window / 2;
        var sums = new double[n + 1];
        for (int i = 0; i < n; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        var trend = new double[n];
        for (int i = 0; i < n; i++) {
            int centre = Math.max(half, Math.min(n - 1 - half, i));
            int from = Math.max(0, centre - half);
            int to = Math.min(n, centre + half + 1);
            double sum = sums[to] - sums[from];
            boolean even = window % 2 == 0 && to - from == window + 1;
            trend[i] = even ? (sum - (values[from] + values[to - 1]) / 2) / window : sum / (to - from);
        }
        return trend;
    }

    /** Share of what is not season that the trend explains, from 0 to 1. */
    double trendStrength() {
        return strength(trend, new double[] {0});
    }

    /** Share of what is not trend that the season explains, from 0 to 1; 0 without season. */
    double seasonStrength() {
        return season.length == 1 ? 0 : strength(new double[rest.length], season);
    }

    private double strength(double[] curve, double[] cycle) {
        var whole = new double[rest.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = rest[i] + curve[i] + cycle[i % cycle.length];
        }
        double variance = Tiles.variance(whole);
        return variance < 1e-12 ? 0 : Math.max(0, 1 - Tiles.variance(rest) / variance);
    }

    /** How much of the trend is a straight line, with its sign: the correlation with time, times the trend's deviation. */
    double linearity() {
        return projection(1);
    }

    /** The same for a parabola that is orthogonal to the line. */
    double curvature() {
        return projection(2);
    }

    /** Mean product of the trend and a polynomial of Legendre with mean square 1. */
    private double projection(int degree) {
        int n = trend.length;
        double products = 0;
        double squares = 0;
        double x2 = (n - 1.) * (n + 1.) / 3 / Math.max(1, (n - 1.) * (n - 1.));
        for (int i = 0; i < n; i++) {
            double x = n < 2 ? 0 : 2. * i / (n - 1) - 1;
            double polynomial = degree == 1 ? x : x * x - x2;
            products += polynomial * trend[i];
            squares += polynomial * polynomial;
        }
        return squares < 1e-12 ? 0 : products / Math.sqrt(squares * n);
    }
}
