package dev.storetwin.core.forecast.arima;

import dev.storetwin.core.numeric.VariableMetric;
import java.util.Arrays;

/**
 * A seasonal ARIMA model of a given order, by maximum likelihood (Box and Jenkins 1970; Harvey 1989).
 *
 * <p>The answers are those of R's {@code arima}: the same likelihood, the effects of mean, drift and columns estimated together with the
 * process of the errors.
 */
public final class Arima {

    private static final VariableMetric EXACT = new VariableMetric(1e-12, 1e-4, true, 200);
    private static final double[][] NO_COLUMNS = {};

    private Arima() {}

    /** With a mean when nothing is differenced. */
    public static FittedArima fit(double[] values, ArimaOrder order) {
        return fit(values, order, order.lost() == 0, NO_COLUMNS);
    }

    /**
     * Fits.
     *
     * @param values   oldest first, {@code NaN} for unknown
     * @param constant whether there is a mean or, after one difference, a drift; ignored when more is differenced
     * @param columns  what explains the values, each column at least as long as they are; further rows are the future
     */
    public static FittedArima fit(double[] values, ArimaOrder order, boolean constant, double[][] columns) {
        require(values, columns);
        var sample = Sample.of(values, columns, order.period());
        var start = new double[order.coefficients()];
        return fit(sample, values, columns, order, constant, start);
    }

    static FittedArima fit(
            Sample sample, double[] values, double[][] columns, ArimaOrder order, boolean constant, double[] start) {
        boolean possible = constant && order.difference() + order.seasonalDifference() <= 1;
        var estimate = estimate(sample, order, possible, start);
        var kept = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
        return new FittedArima(estimate.scaled(sample.scale()), values.clone(), kept);
    }

    private static Estimate estimate(Sample sample, ArimaOrder order, boolean constant, double[] start) {
        boolean gaps = sample.fewGaps();
        var series = sample.differenced(order, constant, gaps);
        var likelihood = new Likelihood(order, series, gaps ? sample.gaps().length : 0);
        if (likelihood.known() > order.coefficients() + 1) {
            EXACT.minimise(likelihood::lack, start);
        }
        var estimate = likelihood.estimate(start, constant);
        return gaps ? estimate : estimate.ofKnown(sample.size() - sample.gaps().length, sample.size());
    }

    static void require(double[] values, double[][] columns) {
        for (double value : values) {
            finiteOrUnknown(value);
        }
        for (var column : columns) {
            if (column.length < values.length) {
                throw new IllegalArgumentException(
                        "A column of %d rows does not explain %d values.".formatted(column.length, values.length));
            }
        }
        requireFinite(columns);
    }

    static double finiteOrUnknown(double value) {
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("""
                    A value is infinite, expected a finite one or NaN for unknown.
                    Maybe something was divided by zero.""");
        }
        return value;
    }

    static void requireFinite(double[][] columns) {
        for (var column : columns) {
            for (double value : column) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("""
                            A column that explains the values holds %s, expected finite numbers.
                            Maybe a missing price should be the last one known.""".formatted(value));
                }
            }
        }
    }
}
