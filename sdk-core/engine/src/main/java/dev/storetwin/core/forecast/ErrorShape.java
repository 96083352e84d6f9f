package dev.storetwin.core.forecast;

import dev.storetwin.core.numeric.Normal;
import dev.storetwin.core.numeric.Order;
import java.util.Arrays;

/**
 * How forecast errors are distributed: those that were made, and for what they are too few to show the normal distribution of the
 * same spread.
 */
final class ErrorShape {

    static final ErrorShape NONE = new ErrorShape(new double[0], 0, 0);

    /** With so many errors the normal distribution and what was seen weigh the same. */
    private static final double NORMAL_WEIGHT = 20;

    private final double[] sorted;
    private final double deviation;
    private final double seenShare;

    private ErrorShape(double[] sorted, double deviation, double seenShare) {
        this.sorted = sorted;
        this.deviation = deviation;
        this.seenShare = seenShare;
    }

    /** Takes the array over and sorts it. */
    static ErrorShape of(double[] errors) {
        if (errors.length == 0) {
            return NONE;
        }
        Arrays.sort(errors);
        double squares = 0;
        for (double error : errors) {
            squares += error * error;
        }
        return new ErrorShape(
                errors, Math.sqrt(squares / errors.length), errors.length / (errors.length + NORMAL_WEIGHT));
    }

    /** The shape of a sum of errors: the more independent its parts, the nearer to normal. */
    ErrorShape nearerToNormal(double keep) {
        return new ErrorShape(sorted, deviation, seenShare * keep);
    }

    /** Root of the mean square. */
    double deviation() {
        return deviation;
    }

    double quantile(double level) {
        if (deviation == 0) {
            return 0;
        }
        return seenShare * Order.quantile(sorted, level) + (1 - seenShare) * deviation * Normal.quantile(level);
    }
}
