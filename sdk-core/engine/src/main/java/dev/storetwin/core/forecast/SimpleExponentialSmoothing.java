package dev.storetwin.core.forecast;

import dev.storetwin.core.numeric.LineSearch;
import java.util.Map;
import java.util.TreeMap;

/**
 * Simple exponential smoothing: a level that follows the series, drawn by a share alpha of each surprise (Brown 1956; as a model
 * ETS(A,N,N), Hyndman et al. 2008). Alpha and first level are those of least squared error, which for this model is maximum
 * likelihood. An unknown period leaves the level as it is.
 */
final class SimpleExponentialSmoothing implements ForecastMethod {

    private static final double LEAST_ALPHA = 1e-4;
    private static final double MOST_ALPHA = 1 - 1e-4;
    private static final int CELLS = 8;
    private static final double TOLERANCE = 1e-5;

    @Override
    public String name() {
        return "ses";
    }

    @Override
    public Smoothed fit(Observations history) {
        return smooth(history.adjusted());
    }

    static Smoothed smooth(double[] values) {
        double alpha = LineSearch.minimum(a -> profile(values, a, false), LEAST_ALPHA, MOST_ALPHA, CELLS, TOLERANCE);
        return run(values, alpha, profile(values, alpha, true));
    }

    /**
     * Squared error of the best first level under this alpha, or that level.
     *
     * <p>The level is linear in the first one: level = a + b * first, where b falls by (1 - alpha) with each value. So the errors are
     * u - b * first, and the best first level is the regression of u on b: one pass, no search.
     */
    private static double profile(double[] values, double alpha, boolean first) {
        double a = 0;
        double b = 1;
        double uu = 0;
        double ub = 0;
        double bb = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                double u = value - a;
                uu += u * u;
                ub += u * b;
                bb += b * b;
                a += alpha * u;
                b -= alpha * b;
            }
        }
        if (bb == 0) {
            return 0;
        }
        return first ? ub / bb : uu - ub * ub / bb;
    }

    private static Smoothed run(double[] values, double alpha, double first) {
        var levels = new double[values.length];
        double level = first;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                level += alpha * (values[i] - level);
            }
            levels[i] = level;
        }
        return new Smoothed(alpha, first, levels);
    }

    /**
     * The level through time.
     *
     * @param levels after each period
     */
    record Smoothed(double alpha, double first, double[] levels) implements Fit {

        @Override
        public double forecast(int origin, int step) {
            return levels[origin];
        }

        @Override
        public double persistence() {
            return alpha;
        }

        @Override
        public Map<String, String> settings() {
            var settings = new TreeMap<String, String>();
            settings.put("alpha", Double.toString(alpha));
            settings.put("first_level", Double.toString(first));
            return settings;
        }
    }
}
