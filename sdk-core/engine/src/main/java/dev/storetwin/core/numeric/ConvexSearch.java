package dev.storetwin.core.numeric;

import java.util.function.LongToDoubleFunction;

/** The minimum of a convex function of whole numbers. */
public final class ConvexSearch {

    /** Differences below this share of the values are rounding. */
    private static final double ROUNDING = 1e-12;

    private ConvexSearch() {}

    /**
     * The smallest place at which the function is as small as anywhere between two bounds. Halves the range by the sign of the
     * slope, so a function of a million places is asked forty times.
     *
     * @param low  first place
     * @param high last place, not below the first
     */
    public static long smallestMinimum(LongToDoubleFunction function, long low, long high) {
        if (high < low) {
            throw new IllegalArgumentException("high (%d) must not be below low (%d).".formatted(high, low));
        }
        long first = low;
        long last = high;
        while (first < last) {
            long middle = first + (last - first) / 2;
            if (falls(function.applyAsDouble(middle), function.applyAsDouble(middle + 1))) {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        return first;
    }

    /** Whether the second value is below the first by more than rounding explains. */
    public static boolean falls(double first, double second) {
        return second < first - ROUNDING * (Math.abs(first) + Math.abs(second));
    }
}
