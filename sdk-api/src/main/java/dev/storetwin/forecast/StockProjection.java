package dev.storetwin.forecast;

/**
 * Stock of the periods to come, when what comes in is put on the shelf, demand takes what it finds, and demand that finds nothing is
 * lost. Steps count from 1; spans are from a step to before another.
 */
public interface StockProjection {

    /** Number of steps. */
    int horizon();

    /** Units put on the shelf at the start of a step. */
    double arrivals(int step);

    /** Expected units on the shelf at the end of a step. Negative while more was promised than there is. */
    double mean(int step);

    /**
     * Units on the shelf at the end of a step that are not exceeded with this probability.
     *
     * @param level above 0 and below 1
     */
    double quantile(int step, double level);

    /** Probability that some demand of a span finds nothing. */
    double stockOutProbability(int from, int to);

    /** Expected units sold in a span. */
    double expectedSold(int from, int to);

    /** Expected units of demand in a span that find nothing. */
    double expectedLost(int from, int to);

    /** Expected units on the shelf at the end of each step of a span, added up. */
    double expectedHeld(int from, int to);
}
