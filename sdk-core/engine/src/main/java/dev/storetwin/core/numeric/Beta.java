package dev.storetwin.core.numeric;

/** The incomplete beta function, and the tails of the distributions that it gives: Student's t and Fisher's F. */
public final class Beta {

    private static final double TINY = 1e-300;
    private static final double EXACT = 1e-15;
    private static final int MOST_TERMS = 20_000;

    private Beta() {}

    /**
     * The regularized incomplete beta function I_x(a, b), by its continued fraction (Lentz 1976).
     *
     * @param x from 0 to 1
     * @param a above zero, as b
     */
    public static double regularized(double x, double a, double b) {
        if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) {
            throw new IllegalArgumentException(
                    "x (%s) must be from 0 to 1, a (%s) and b (%s) above zero.".formatted(x, a, b));
        }
        if (x == 0 || x == 1) {
            return x;
        }
        double front = StrictMath.exp(
                a * StrictMath.log(x) + b * StrictMath.log1p(-x) + Gamma.log(a + b) - Gamma.log(a) - Gamma.log(b));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double product = d;
        for (int m = 1; m <= MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            product *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            product *= d * c;
            if (Math.abs(d * c - 1) < EXACT) {
                break;
            }
        }
        return product;
    }

    private static double away(double fromZero) {
        return Math.abs(fromZero) < TINY ? TINY : fromZero;
    }

    /** Probability that a ratio of variances with these degrees of freedom is larger. */
    public static double fisherTail(double ratio, double freedom, double freedomBelow) {
        return ratio <= 0
                ? 1
                : regularized(freedomBelow / (freedomBelow + freedom * ratio), freedomBelow / 2, freedom / 2);
    }

    /**
     * The quantile of Student's t, by the normal quantile where there is much freedom and else by halving.
     *
     * @param probability above 0 and below 1
     * @param freedom     degrees of freedom, above zero
     */
    public static double studentQuantile(double probability, double freedom) {
        if (freedom > 1e6) {
            return Normal.quantile(probability);
        }
        double tail = Math.min(probability, 1 - probability);
        double low = 0;
        double high = 1;
        while (studentTail(high, freedom) > tail) {
            high *= 2;
        }
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (studentTail(middle, freedom) > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double quantile = (low + high) / 2;
        return probability < .5 ? -quantile : quantile;
    }

    /** Probability that Student's t is at least so far from zero, on either side. */
    public static double studentTwoSided(double value, double freedom) {
        return 2 * studentTail(Math.abs(value), freedom);
    }

    /** Probability that Student's t is above a value that is not negative. */
    private static double studentTail(double value, double freedom) {
        return regularized(freedom / (freedom + value * value), freedom / 2, .5) / 2;
    }
}
