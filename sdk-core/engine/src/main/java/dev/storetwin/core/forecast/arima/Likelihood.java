package dev.storetwin.core.forecast.arima;

import java.util.Arrays;

/**
 * The exact Gaussian likelihood of a differenced series, as a function of the coefficients of its ARMA process alone: the scale of the
 * shocks and the effects of the columns have closed forms, since the filter whitens series and columns alike (generalised least squares).
 *
 * <p>An unknown value is a column too, one at its moment and zero elsewhere before differencing. With the determinant of these columns
 * taken off, that is the likelihood of the known values from a diffuse start (Gomez, Maravall and Pena 1999).
 */
final class Likelihood {

    /** Below this mean square the errors are rounding. The values have been scaled to about one. */
    private static final double ROUNDING = 1e-28;

    private static final double LOG_TWO_PI = 1.8378770664093453;

    private final ArimaOrder order;
    private final Lags ar;
    private final Lags ma;
    private final ArmaFilter filter;
    private final Regression regression;
    private final double[][] series;
    private final double[][] errors;
    private final int gaps;
    private double logVariances;
    private double meanSquare;
    private double[] effects = {};

    /**
     * @param series the differenced values, then a column for each unknown value, then the columns that explain
     * @param gaps   number of unknown values
     */
    Likelihood(ArimaOrder order, double[][] series, int gaps) {
        this.order = order;
        this.series = series;
        this.gaps = gaps;
        ar = new Lags(order.arLags());
        ma = new Lags(order.maLags());
        filter = new ArmaFilter(Math.max(order.arLags(), order.maLags()), series.length);
        regression = new Regression(series.length - 1);
        errors = new double[series.length][series[0].length];
    }

    /** What is minimised: minus the log-likelihood per known value, without constants. Not finite where there is no process. */
    double lack(double[] free) {
        return lack(Coefficients.of(order, free));
    }

    private double lack(Coefficients coefficients) {
        ar.multiply(coefficients.ar(), coefficients.seasonalAr(), order.period(), -1);
        ma.multiply(coefficients.ma(), coefficients.seasonalMa(), order.period(), 1);
        logVariances = filter.run(ar, ma, series, errors);
        if (series.length > 1) {
            effects = regression.fit(errors);
            logVariances += regression.logDeterminant(gaps);
        }
        double sum = 0;
        for (double error : errors[0]) {
            sum += error * error;
        }
        meanSquare = Math.max(sum / known(), ROUNDING);
        return (StrictMath.log(meanSquare) + logVariances / known()) / 2;
    }

    /** What to take off the first guesses at the unknown values of a process that is known. */
    static double[] excess(ArimaOrder order, Coefficients coefficients, double[][] series) {
        var likelihood = new Likelihood(order, series, series.length - 1);
        likelihood.lack(coefficients);
        return likelihood.effects;
    }

    /** Number of values that the likelihood counts: those known, without those that differencing uses up. */
    int known() {
        return Math.max(1, series[0].length - gaps);
    }

    /** The estimate at a place of the search, its moving averages made invertible. */
    Estimate estimate(double[] free, boolean constant) {
        var coefficients = Coefficients.of(order, free).invertible();
        double lack = lack(coefficients);
        int known = known();
        int columns = series.length - 1 - gaps;
        int counted = order.coefficients() + columns + 1;
        int left = known - order.coefficients() - columns;
        return new Estimate(
                order,
                constant,
                coefficients,
                Arrays.copyOfRange(effects, gaps, gaps + columns),
                meanSquare * known / (left > 0 ? left : known),
                -known * (lack + (1 + LOG_TWO_PI) / 2),
                known,
                counted);
    }
}
