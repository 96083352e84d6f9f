package dev.storetwin.core.pricing.promotion;

import dev.storetwin.core.numeric.Normal;

/** Student's distribution by way of the normal one (Wallace 1959): to three thousandths from five degrees of freedom on, and closer from ten. */
final class StudentT {

    private StudentT() {}

    static double quantile(double probability, double freedom) {
        double z = Normal.quantile(probability) * (8 * freedom + 3) / (8 * freedom + 1);
        return Math.copySign(Math.sqrt(freedom * StrictMath.expm1(z * z / freedom)), z);
    }

    /** Probability of a value at least so far from zero, on either side. */
    static double twoSided(double t, double freedom) {
        double z = (8 * freedom + 1) / (8 * freedom + 3) * Math.sqrt(freedom * StrictMath.log1p(t * t / freedom));
        return 2 * Normal.cdf(-z);
    }
}
