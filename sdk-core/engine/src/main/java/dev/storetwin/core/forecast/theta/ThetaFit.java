package dev.storetwin.core.forecast.theta;

import dev.storetwin.core.numeric.LineSearch;

/** Finds the parameters of a Theta model. */
final class ThetaFit {

    /*
     * Neither the weight of the line nor the first level changes how the level follows the values, and the lines depend on the
     * values alone. So under a given alpha the one-step forecast is s + p * first + d * weight with s, p and d known: the best pair
     * is a regression of y - s on p and d, one pass without search, and only alpha is left to be searched for.
     *
     * An unknown value leaves the level where the model expects it: level + alpha * weight * d, linear again. (The line is not
     * drawn anew there, where the running model takes in its own forecast: of little effect, and it would no longer be linear.)
     */

    private static final double LEAST_ALPHA = .01;
    private static final double MOST_ALPHA = .9999;
    private static final int CELLS = 8;
    private static final double TOLERANCE = 1e-4;
    private static final double STANDARD_WEIGHT = .5;
    private static final double MOST_WEIGHT = 1 - 1e-6;
    private static final double COLLINEAR = 1e-10;
    private static final int FEWEST_FOR_TREND = 4;
    private static final int FEWEST_FOR_THETA = 8;
    /** A line needs two values: the errors before count only where there is little else. */
    private static final int WITHOUT_LINE = 2;

    private final double[] values;
    private final boolean dynamic;
    private final boolean optimised;
    private final double fixedWeight;
    private final int known;
    private final double[] intercepts;
    private final double[] slopes;
    private final Line whole;

    private double first;
    private double weight;

    ThetaFit(double[] values, boolean optimised, boolean dynamic) {
        this.values = values;
        this.dynamic = dynamic;
        this.whole = Line.through(values);
        this.known = whole.count();
        this.optimised = optimised && known >= FEWEST_FOR_THETA;
        this.fixedWeight = known < FEWEST_FOR_TREND ? 0 : STANDARD_WEIGHT;
        this.intercepts = new double[values.length];
        this.slopes = new double[values.length];
        var line = dynamic ? Line.NONE : whole;
        for (int i = 0; i < values.length; i++) {
            intercepts[i] = line.intercept();
            slopes[i] = line.slope();
            line = dynamic && !Double.isNaN(values[i]) ? line.with(i + 1, values[i]) : line;
        }
    }

    ThetaParameters parameters() {
        double alpha = LineSearch.minimum(this::error, LEAST_ALPHA, MOST_ALPHA, CELLS, TOLERANCE);
        double error = error(alpha);
        int used = counted() - (optimised ? 3 : 2);
        return new ThetaParameters(
                first, alpha, weight, dynamic, dynamic ? Line.NONE : whole, used > 0 ? error / used : 0);
    }

    private int counted() {
        return skips() ? known - WITHOUT_LINE : known;
    }

    private boolean skips() {
        return dynamic && known >= FEWEST_FOR_THETA;
    }

    /** Squared error of the best first level and weight under this alpha; both are left in their fields. */
    private double error(double alpha) {
        double s = 0;
        double p = 1;
        double q = 0;
        double decay = 1;
        double lag = 1;
        double uu = 0;
        double up = 0;
        double ud = 0;
        double pp = 0;
        double pd = 0;
        double dd = 0;
        int skip = skips() ? WITHOUT_LINE : 0;
        for (int i = 0; i < values.length; i++) {
            double push = decay * intercepts[i] + lag * slopes[i];
            double d = q + push;
            double y = values[i];
            if (Double.isNaN(y)) {
                q += alpha * push;
            } else {
                double u = y - s;
                if (--skip < 0) {
                    uu += u * u;
                    up += u * p;
                    ud += u * d;
                    pp += p * p;
                    pd += p * d;
                    dd += d * d;
                }
                s += alpha * u;
                p -= alpha * p;
                q -= alpha * q;
            }
            decay *= 1 - alpha;
            lag = 1 + (1 - alpha) * lag;
        }
        if (!(pp > 0)) {
            first = known == 0 ? 0 : whole.meanValue();
            weight = 0;
            return uu;
        }
        double determinant = pp * dd - pd * pd;
        boolean free = optimised && determinant > COLLINEAR * pp * dd;
        weight = free ? Math.max(0, Math.min(MOST_WEIGHT, (pp * ud - pd * up) / determinant)) : fixedWeight;
        first = (up - weight * pd) / pp;
        double error = uu
                - 2 * (first * up + weight * ud)
                + first * first * pp
                + weight * weight * dd
                + 2 * first * weight * pd;
        return Math.max(0, error);
    }
}
