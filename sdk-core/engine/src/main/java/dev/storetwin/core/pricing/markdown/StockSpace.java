package dev.storetwin.core.pricing.markdown;

/** What can be on the shelves, numbered, and what one period makes of it. */
interface StockSpace {

    /** How many there are; 0 is nothing at all. */
    int count();

    /** The largest that can stand at the beginning of a period. */
    int reach(int period);

    /** What is left is worth after the last period. */
    double atEnd(int stock);

    /**
     * Plays one period at a rung, for each stock at its beginning.
     *
     * @param next   values at the beginning of the next period
     * @param played what comes out: expected earnings of the period and the value after it
     * @param from   where this rung's stocks begin in both
     */
    void play(int period, int rung, double[] next, double[] played, int from);
}
