package dev.storetwin.core.forecast.method;

/** A way to fit a method to the numbers of one series. The same numbers give the same fit, bit for bit, from any thread. */
public interface MethodFitter {

    /** What the trade calls it, such as {@code theta}; lower case with hyphens. */
    String name();

    /**
     * Learns from a history.
     *
     * @param values oldest first, {@code NaN} for unknown, at least one known
     * @param period length of the season that the method is to follow, 1 for none
     */
    FittedMethod fit(double[] values, int period);

    /** Whether the method follows a season of this length by itself. Of others it is given the adjusted series. */
    default boolean follows(int period) {
        return false;
    }

    /** The forecast estimates an expected value, not a value seen once: the counts around it follow a distribution of counts. */
    default boolean isExpectation() {
        return true;
    }
}
