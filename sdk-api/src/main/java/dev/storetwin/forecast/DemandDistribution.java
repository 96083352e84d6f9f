package dev.storetwin.forecast;

/** How likely each amount of demand is, in one period or over several. */
public interface DemandDistribution {

    /** Expected demand. */
    double mean();

    double standardDeviation();

    /**
     * The smallest amount that demand does not exceed with this probability. Grows with the level; not negative where the history
     * never was.
     *
     * @param level above 0 and below 1
     */
    double quantile(double level);

    /** Probability that demand is at most this much. */
    double probabilityAtMost(double amount);

    /** Demand above an amount, on average: what goes unserved when this much is on the shelf. */
    double expectedAbove(double amount);

    /** What is left of an amount, on average, after demand has taken its part. */
    default double expectedLeft(double amount) {
        return Math.max(0, amount - mean() + expectedAbove(amount));
    }
}
