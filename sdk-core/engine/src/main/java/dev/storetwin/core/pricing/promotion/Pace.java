package dev.storetwin.core.pricing.promotion;

/**
 * What a thing sells in an ordinary period of the last weeks.
 *
 * @param error standard error of the mean
 */
record Pace(double mean, double error) {

    private static final int WEEKS = 8;

    /** Zero when there was no ordinary period. */
    static Pace of(PromotedSales sales, int week) {
        double sum = 0;
        double squares = 0;
        int periods = 0;
        for (int t = Math.max(0, sales.periods() - WEEKS * week); t < sales.periods(); t++) {
            if (sales.isOrdinary(t)) {
                sum += sales.units(t);
                squares += sales.units(t) * sales.units(t);
                periods++;
            }
        }
        if (periods < 2) {
            return new Pace(0, 0);
        }
        double mean = sum / periods;
        double variance = Math.max(0, squares - sum * mean) / (periods - 1);
        return new Pace(mean, Math.sqrt(variance / periods));
    }
}
