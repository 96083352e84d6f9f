package dev.storetwin.core.pricing.promotion;

/**
 * Units above what was expected, and by how many units the same measure errs where nothing was done.
 */
final class Finding {

    private static final double OVERLAP = 1.5;
    private static final double MOVERS = 2;

    private final double units;
    private final double expected;
    private final double[] errors;
    private final double windows;
    private final double variance;
    private final double length;
    private final double unseen;

    /**
     * @param errors by start of a placebo window; {@code NaN} where there is none
     * @param length placebo windows that begin within one of them: they overlap, and are not so many errors
     */
    Finding(double units, double expected, double[] errors, double length) {
        this(units, expected, errors, length, 0);
    }

    /** @param unseen share of a group that says nothing, and is taken to have moved as the rest did */
    Finding(double units, double expected, double[] errors, double length, double unseen) {
        this.unseen = unseen;
        this.units = units;
        this.expected = expected;
        this.errors = errors;
        this.length = length;
        double squares = 0;
        int known = 0;
        for (double error : errors) {
            if (!Double.isNaN(error)) {
                squares += error * error;
                known++;
            }
        }
        this.windows = known * Math.min(1, OVERLAP / length);
        this.variance = known == 0 ? 0 : squares / known;
    }

    double units() {
        return units;
    }

    double expected() {
        return expected;
    }

    double[] errors() {
        return errors;
    }

    /**
     * How many placebo windows that do not meet tell as much: a variance from all that overlap tells half as much again as one from
     * those that do not.
     */
    double windows() {
        return windows;
    }

    /** How far the unseen share of a movement may lie from what is taken for it, squared: as if two of the group moved and nobody else. */
    double unseenVariance(double movement) {
        return unseen * (1 - unseen) / MOVERS * movement * movement;
    }

    double startsOfAWindow() {
        return length;
    }

    /** How two measures err together; 0 where no placebo window has both. */
    double covariance(Finding other) {
        double products = 0;
        int known = 0;
        for (int start = 0; start < Math.min(errors.length, other.errors.length); start++) {
            double product = errors[start] * other.errors[start];
            if (!Double.isNaN(product)) {
                products += product;
                known++;
            }
        }
        return known == 0 ? 0 : products / known;
    }

    double variance() {
        return variance;
    }
}
