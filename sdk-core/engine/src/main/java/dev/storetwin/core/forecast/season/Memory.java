package dev.storetwin.core.forecast.season;

import java.util.Arrays;

/**
 * The last part of a series, shifted to lie around zero; the values or their logarithms.
 *
 * @param start    where it starts in the series
 * @param values   in order, {@code NaN} for unknown
 * @param logs     logarithms were taken
 * @param known    number of known values
 * @param mean     of the known values, before anything was taken or shifted
 * @param lowest   of them
 * @param jacobian twice the sum of the logarithms when they were taken: makes both likelihoods those of the values themselves
 */
record Memory(int start, double[] values, boolean logs, int known, double mean, double lowest, double jacobian) {

    static Memory of(double[] series, int size, boolean logs) {
        int start = Math.max(0, series.length - size);
        var values = Arrays.copyOfRange(series, start, series.length);
        var spread = spreadOf(values);
        double mean = spread.mean();
        double lowest =
                Arrays.stream(values).filter(it -> !Double.isNaN(it)).min().orElse(0);
        if (logs) {
            Arrays.setAll(values, i -> StrictMath.log(values[i]));
            spread = spreadOf(values);
        }
        double centre = spread.mean();
        Arrays.setAll(values, i -> values[i] - centre);
        return new Memory(start, values, logs, spread.count(), mean, lowest, logs ? 2 * spread.count() * centre : 0);
    }

    boolean hasZero() {
        return lowest <= 0;
    }

    private static RunningVariance spreadOf(double[] values) {
        var spread = new RunningVariance();
        for (double value : values) {
            if (!Double.isNaN(value)) {
                spread.add(value);
            }
        }
        return spread;
    }

    /** Akaike's corrected criterion, of the values whether logarithms were taken or not; infinite when there are too few. */
    double criterion(double error, int parameters) {
        int freedom = known - parameters - 1;
        if (freedom <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double penalty = 2.0 * parameters * known / freedom;
        return known * StrictMath.log(error / known) + penalty + jacobian;
    }
}
