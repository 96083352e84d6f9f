package dev.storetwin.core.pricing.elasticity;

/**
 * By how much an estimate varies more than with independent errors: scores are summed over the stores of a period and weighed with those
 * of the periods around it (Driscoll and Kraay 1998; Bartlett's weights, as wide as Lazarus and others 2018 advise, freed of the bias that
 * so wide a window has).
 */
final class Dependence {

    private static final double WIDTH = 1.3;

    private Dependence() {}

    /** The ratio of variances for what the rows of one period share, or for errors that are not alike, alone. */
    static double withinPeriods(PricedSeries series, double[] scores, double independent) {
        var sums = PeriodSums.of(series, scores).sums();
        return Basis.dot(sums, sums) / independent;
    }

    /**
     * The ratio of variances.
     *
     * @param scores      what each row adds to the estimate's error
     * @param independent the variance of their sum, were they independent
     */
    static double ratio(PricedSeries series, double[] scores, double independent) {
        var sums = PeriodSums.of(series, scores).sums();
        int periods = sums.length;
        int lags = (int) Math.min(periods / 3.0, Math.ceil(WIDTH * Math.sqrt(periods)));
        double variance = Basis.dot(sums, sums);
        for (int lag = 1; lag < lags; lag++) {
            double across = 0;
            for (int i = lag; i < periods; i++) {
                across += sums[i] * sums[i - lag];
            }
            variance += 2 * (1 - (double) lag / lags) * across;
        }
        double width = (double) lags / periods;
        return Math.max(0, variance) / (1 - width + width * width / 3) / independent;
    }
}
