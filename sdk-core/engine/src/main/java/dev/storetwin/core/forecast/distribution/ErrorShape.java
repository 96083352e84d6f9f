package dev.storetwin.core.forecast.distribution;

import dev.storetwin.core.numeric.Normal;
import dev.storetwin.core.numeric.Order;
import java.util.Arrays;

/**
 * How forecast errors are distributed, in units of their own spread: those that were made, and for what they are too few to show the
 * normal distribution.
 */
public final class ErrorShape {

    /** Nothing was seen: the normal distribution. */
    public static final ErrorShape NORMAL = new ErrorShape(new double[0], 0);

    /** With so many errors the normal distribution and what was seen weigh the same. */
    private static final double NORMAL_WEIGHT = 20;

    private final double[] sorted;
    private final double seenShare;

    private ErrorShape(double[] sorted, double seenShare) {
        this.sorted = sorted;
        this.seenShare = seenShare;
    }

    /**
     * The shape of errors; their size plays no part.
     *
     * @param errors in any order; {@code NaN} are left out
     */
    public static ErrorShape of(double[] errors) {
        var sorted = Arrays.stream(errors).filter(Double::isFinite).sorted().toArray();
        double largest = sorted.length == 0 ? 0 : Math.max(-sorted[0], sorted[sorted.length - 1]);
        if (!(largest > 0)) {
            return NORMAL;
        }
        double squares = 0;
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] /= largest;
            squares += sorted[i] * sorted[i];
        }
        double deviation = Math.sqrt(squares / sorted.length);
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] /= deviation;
        }
        return new ErrorShape(sorted, sorted.length / (sorted.length + NORMAL_WEIGHT));
    }

    /** The shape of a sum of errors: the more independent its parts, the nearer to normal. */
    ErrorShape nearerToNormal(double keep) {
        return new ErrorShape(sorted, seenShare * keep);
    }

    /** The error that is not exceeded with a probability, in standard deviations. */
    double quantile(double level) {
        double normal = Normal.quantile(level);
        return seenShare == 0 ? normal : seenShare * Order.quantile(sorted, level) + (1 - seenShare) * normal;
    }
}
