package dev.storetwin.core.forecast.intermittent;

/**
 * What demand is like, by the mean interval between demands (ADI) and the squared coefficient of variation of their sizes, with the
 * borders of Syntetos, Boylan and Croston (2005).
 */
public enum DemandClass {
    /** Sold nearly always, in like sizes. */
    SMOOTH,
    /** Sold nearly always, in unlike sizes. */
    ERRATIC,
    /** Sold now and then, in like sizes. */
    INTERMITTENT,
    /** Sold now and then, in unlike sizes. */
    LUMPY;

    private static final double LONG_INTERVAL = 1.32;
    private static final double UNLIKE_SIZES = .49;

    /**
     * Of a history; periods before the first sale tell nothing about intervals. Without any sale it is intermittent, and negative
     * values count as no sale.
     *
     * @param values oldest first, {@code NaN} for unknown
     */
    public static DemandClass of(double[] values) {
        int periods = 0;
        int sales = 0;
        double mean = 0;
        double squares = 0;
        for (double value : values) {
            boolean sold = value > 0;
            periods += sold || (sales > 0 && !Double.isNaN(value)) ? 1 : 0;
            if (sold) {
                sales++;
                double gap = value - mean;
                mean += gap / sales;
                squares += gap * (value - mean);
            }
        }
        boolean seldom = sales == 0 || periods >= LONG_INTERVAL * sales;
        boolean unlike = sales > 1 && squares / (sales - 1) / mean / mean >= UNLIKE_SIZES;
        return seldom ? (unlike ? LUMPY : INTERMITTENT) : (unlike ? ERRATIC : SMOOTH);
    }

    /** Waiting and selling are two things: methods for slow sellers fit better than those for smooth demand. */
    public boolean isSlow() {
        return this == INTERMITTENT || this == LUMPY;
    }
}
