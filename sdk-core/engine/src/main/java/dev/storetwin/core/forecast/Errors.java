package dev.storetwin.core.forecast;

import java.util.Arrays;

/**
 * What a method got wrong in its own past: with parameters fitted to all of the history, from each moment of it one step ahead and
 * several steps ahead.
 *
 * @param shape      one-step errors, of the series that the method works on
 * @param growth     what each further step adds to the variance, as a share of the one-step variance
 * @param dispersion one-step error variance by forecast, 1 for a Poisson count
 */
record Errors(ErrorShape shape, double growth, double dispersion) {

    static final Errors NONE = new Errors(ErrorShape.NONE, 0, 1);

    /** Errors longer ago than these many periods, or than ten horizons, say less about tomorrow than those since. */
    private static final int RECENT = 130;

    private static final int RECENT_HORIZONS = 10;
    private static final int FEWEST_PER_STEP = 8;
    private static final double MOST_GROWTH = 4;
    private static final double THEORY_WINDOWS = 5;
    private static final double POISSON_PRIOR = 2;

    static Errors of(Fit fit, Observations history, int horizon) {
        var values = fit.seasonallyAdjusted() ? history.adjusted() : history.values();
        int last = values.length - 1;
        int recent = Math.max(RECENT, RECENT_HORIZONS * Math.min(horizon, values.length));
        int first = Math.max(Math.min(5, values.length / 4), last - recent);
        var errors = new double[Math.max(0, last - first)];
        int count = 0;
        double squares = 0;
        double expected = 0;
        double absolute = 0;
        for (int origin = first; origin < last; origin++) {
            double value = values[origin + 1];
            if (!Double.isNaN(value)) {
                double forecast = floored(fit.forecast(origin, 1), history);
                double scale = fit.seasonallyAdjusted() ? history.season().scale(origin + 1) : 1;
                double error = value - forecast;
                errors[count++] = error;
                squares += error * scale * error * scale;
                expected += forecast * scale;
                absolute += Math.abs(error);
            }
        }
        double prior = count == 0 ? 0 : POISSON_PRIOR * expected / count;
        double dispersion = expected > 0 ? (squares + prior) / (expected + prior) : 1;
        double growth = growth(fit, history, values, first, horizon, count == 0 ? 0 : absolute / count);
        return new Errors(ErrorShape.of(Arrays.copyOf(errors, count)), growth, dispersion);
    }

    private static double floored(double forecast, Observations history) {
        return history.isNonNegative() ? Math.max(0, forecast) : forecast;
    }

    /**
     * Fits variance(step) = variance(1) * (1 + (step - 1) * growth) to mean absolute errors at a few steps, and weighs this with what
     * the method's theory says by how many independent windows the history has.
     */
    private static double growth(
            Fit fit, Observations history, double[] values, int first, int horizon, double oneStep) {
        double theory = fit.persistence() * fit.persistence();
        double cross = 0;
        double square = 0;
        int before = 1;
        int step = 2;
        while (step <= horizon && oneStep > 0) {
            double error = meanAbsoluteError(fit, history, values, first, step);
            if (Double.isNaN(error)) {
                break;
            }
            double ratio = error / oneStep;
            cross += (step - 1) * (ratio * ratio - 1);
            square += (step - 1.0) * (step - 1);
            int next = step + before;
            before = step;
            step = next > horizon && step < horizon ? horizon : next;
        }
        if (square == 0) {
            return theory;
        }
        double seen = Math.min(MOST_GROWTH, Math.max(0, cross / square));
        double windows = (double) (values.length - first) / horizon;
        double trust = windows / (windows + THEORY_WINDOWS);
        return trust * seen + (1 - trust) * theory;
    }

    /** {@code NaN} when too few can be seen. */
    private static double meanAbsoluteError(Fit fit, Observations history, double[] values, int first, int step) {
        double sum = 0;
        int count = 0;
        for (int origin = first; origin + step < values.length; origin++) {
            double value = values[origin + step];
            if (!Double.isNaN(value)) {
                sum += Math.abs(value - floored(fit.forecast(origin, step), history));
                count++;
            }
        }
        return count < FEWEST_PER_STEP ? Double.NaN : sum / count;
    }
}
