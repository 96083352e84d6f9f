package dev.storetwin.core.numeric;

/**
 * The w with w e^w = x, on the principal branch (Corless, Gonnet, Hare, Jeffrey and Knuth 1996, "On the Lambert W function"), to the last
 * few bits and the same on every machine.
 *
 * <p>How it works: a good guess, then the iteration of Fritsch, Shafer and Crowley (1973), of fourth order, on w + log w = log x. Near the
 * branch point at -1/e, where that loses digits, w = -1 + u is found from g(u) = 1 + (u - 1) e^u = 1 + e x by its series.
 */
public final class LambertW {

    private static final double E = 2.718281828459045;
    /** What e has beyond a double. */
    private static final double E_REST = 1.4456468917292502e-16;

    private static final double ROUNDING = 1e-16;
    private static final double BRANCH_NEAR = -.25;
    private static final int MOST_STEPS = 20;
    private static final int SERIES_TERMS = 26;

    private LambertW() {}

    /**
     * W of x.
     *
     * @param x at least -1/e, or what a double makes of that
     */
    public static double of(double x) {
        double aboveBranch = Math.fma(x, E, 1) + x * E_REST;
        if (!(aboveBranch >= -ROUNDING)) {
            throw new IllegalArgumentException("""
                    x (%s) must be at least -1/e: nothing below has a W.
                    Maybe a sign was lost.""".formatted(x));
        }
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return x;
        }
        return x < BRANCH_NEAR ? nearBranch(Math.max(0, aboveBranch)) : polished(guess(x), x);
    }

    /** W of e^y, for any y, also where e^y is no number any more: the w with w + log w = y. */
    public static double ofExp(double y) {
        if (Double.isNaN(y)) {
            throw new IllegalArgumentException("y must be a number.");
        }
        if (y <= 1 || y == Double.POSITIVE_INFINITY) {
            return of(StrictMath.exp(y));
        }
        double w = y - StrictMath.log(y);
        for (int step = 0; step < MOST_STEPS; step++) {
            double change = change(w, y - StrictMath.log(w) - w);
            w *= 1 + change;
            if (Math.abs(change) < 1e-16) {
                break;
            }
        }
        return w;
    }

    private static double guess(double x) {
        if (x > E) {
            double log = StrictMath.log(x);
            return log - StrictMath.log(log);
        }
        return x < .5 ? x / (1 + x / (1 + x / 2)) : .567 + .36 * (x - 1) / (1 + .2 * (x - 1));
    }

    private static double polished(double start, double x) {
        double w = start;
        for (int step = 0; step < MOST_STEPS; step++) {
            double change = change(w, StrictMath.log(x / w) - w);
            w *= 1 + change;
            if (Math.abs(change) < 1e-16) {
                break;
            }
        }
        return w;
    }

    /** By which share w has to grow when log x - log w - w is {@code residual}. */
    private static double change(double w, double residual) {
        double q = 2 * (1 + w) * (1 + w + 2 * residual / 3);
        return residual / (1 + w) * (q - residual) / (q - 2 * residual);
    }

    /** Newton's method on g(u) = 1 + e x. */
    private static double nearBranch(double aboveBranch) {
        double p = Math.sqrt(2 * aboveBranch);
        double u = p * (1 - p * (1 / 3.0 - p * 11 / 72));
        for (int step = 0; step < MOST_STEPS && u > 0; step++) {
            double change = (g(u) - aboveBranch) / (u * StrictMath.exp(u));
            u -= change;
            if (Math.abs(change) <= 1e-17 * u) {
                break;
            }
        }
        return u - 1;
    }

    /** The sum of u^k (k - 1) / k! from k = 2 on. */
    private static double g(double u) {
        double sum = 0;
        double term = u;
        for (int k = 2; k < SERIES_TERMS; k++) {
            term *= u / k;
            sum += term * (k - 1);
        }
        return sum;
    }
}
