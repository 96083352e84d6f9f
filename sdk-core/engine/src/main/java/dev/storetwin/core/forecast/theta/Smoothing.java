package dev.storetwin.core.forecast.theta;

import dev.storetwin.core.numeric.LineSearch;

/**
 * Simple exponential smoothing of least squared error, which for this model is maximum likelihood.
 *
 * @param alpha share of each surprise that the level takes over
 * @param first level before the first period
 * @param error sum of the squared one-step errors
 * @param known number of known values
 */
record Smoothing(double alpha, double first, double error, int known) {

    private static final double LEAST_ALPHA = 1e-4;
    private static final double MOST_ALPHA = 1 - 1e-4;
    private static final int CELLS = 8;
    private static final double TOLERANCE = 1e-4;

    static Smoothing of(double[] values) {
        double alpha = LineSearch.minimum(a -> with(values, a).error, LEAST_ALPHA, MOST_ALPHA, CELLS, TOLERANCE);
        return with(values, alpha);
    }

    /**
     * Under a given alpha the level is linear in the first one: level = a + b * first, where b falls by (1 - alpha) with each value.
     * So the errors are u - b * first, and the best first level is the regression of u on b.
     */
    private static Smoothing with(double[] values, double alpha) {
        double a = 0;
        double b = 1;
        double uu = 0;
        double ub = 0;
        double bb = 0;
        int known = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                double u = value - a;
                uu += u * u;
                ub += u * b;
                bb += b * b;
                a += alpha * u;
                b -= alpha * b;
                known++;
            }
        }
        return known == 0
                ? new Smoothing(alpha, 0, 0, 0)
                : new Smoothing(alpha, ub / bb, Math.max(0, uu - ub * ub / bb), known);
    }

    /** Variance of the one-step errors with two degrees of freedom used up, by alpha and first level. */
    double variance() {
        return known > 2 ? error / (known - 2) : 0;
    }
}
