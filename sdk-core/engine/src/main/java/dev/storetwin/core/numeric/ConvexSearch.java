package dev.storetwin.core.numeric;

import java.util.function.LongToDoubleFunction;

/** The minimum of a convex function of whole numbers. */
public final class ConvexSearch {

    /** Differences below this share of the values are rounding. */
    private static final double ROUNDING = 1e-12;

    /** A guess is first left by this part of the range. */
    private static final int FIRST_STEPS = 64;

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

    /**
     * The same, beginning at a guess: the nearer it is, the fewer places are asked.
     *
     * @param guess any number
     */
    public static long smallestMinimum(LongToDoubleFunction function, long low, long high, long guess) {
        long place = Math.max(low, Math.min(high, guess));
        long step = Math.max(1, (high - low) / FIRST_STEPS);
        if (place < high && fallsAfter(function, place)) {
            long above = place + 1;
            while (above < high && fallsAfter(function, Math.min(high - 1, above + step - 1))) {
                above = Math.min(high, above + step);
                step *= 2;
            }
            return smallestMinimum(function, above, Math.min(high, above + step));
        }
        long below = place;
        while (below > low && !fallsAfter(function, Math.max(low, below - step))) {
            below = Math.max(low, below - step);
            step *= 2;
        }
        return smallestMinimum(function, Math.max(low, below - step), below);
    }

    private static boolean fallsAfter(LongToDoubleFunction function, long place) {
        return falls(function.applyAsDouble(place), function.applyAsDouble(place + 1));
    }

    /** Whether the second value is below the first by more than rounding explains. */
    public static boolean falls(double first, double second) {
        return second < first - ROUNDING * (Math.abs(first) + Math.abs(second));
    }
}
