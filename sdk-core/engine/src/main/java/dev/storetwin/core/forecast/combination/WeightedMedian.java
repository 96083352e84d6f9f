package dev.storetwin.core.forecast.combination;

import java.util.Arrays;

/**
 * The number that has half of the weight on either side. Each value stands at the middle of its own weight, and between two values the
 * line through both counts, so that the answer moves smoothly with the weights; when all weigh the same, it is the plain median.
 */
public final class WeightedMedian {

    private WeightedMedian() {}

    /**
     * Of values in any order; those that are {@code NaN} do not take part.
     *
     * @param weights not negative
     * @return {@code NaN} when no value has a weight
     */
    public static double of(double[] values, double[] weights) {
        var order = order(values);
        double half = 0;
        for (int i : order) {
            half += weights[i] / 2;
        }
        double below = 0;
        double place = Double.NEGATIVE_INFINITY;
        double last = Double.NaN;
        for (int i : order) {
            double middle = below + weights[i] / 2;
            if (weights[i] > 0 && middle >= half) {
                return Double.isNaN(last) ? values[i] : between(last, values[i], (half - place) / (middle - place));
            }
            if (weights[i] > 0) {
                place = middle;
                last = values[i];
            }
            below += weights[i];
        }
        return last;
    }

    private static double between(double low, double high, double share) {
        return (1 - share) * low + share * high;
    }

    /** Places of the known values, smallest first; equal ones as they came. */
    public static int[] order(double[] values) {
        var order = new int[values.length];
        int known = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            int at = known++;
            while (at > 0 && values[order[at - 1]] > values[i]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
        return Arrays.copyOf(order, known);
    }
}
