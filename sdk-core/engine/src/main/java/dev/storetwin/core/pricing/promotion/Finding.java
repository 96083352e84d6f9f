package dev.storetwin.core.pricing.promotion;

/**
 * Units above what was expected, and by how many units the same measure errs where nothing was done.
 */
final class Finding {

    private final double units;
    private final double expected;
    private final double[] errors;
    private final double windows;
    private final double variance;
    private final int length;

    /**
     * @param errors by start of a placebo window; {@code NaN} where there is none
     * @param length periods of a window: windows that overlap are not so many errors
     */
    Finding(double units, double expected, double[] errors, int length) {
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
        this.windows = (double) known / length;
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

    /** Placebo windows, as if none met another. */
    double windows() {
        return windows;
    }

    int periodsOfAWindow() {
        return length;
    }

    double variance() {
        return variance;
    }
}
