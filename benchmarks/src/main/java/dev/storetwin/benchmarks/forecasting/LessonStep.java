package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.forecast.combination.WeightedMedian;

/**
 * One step of what was foretold and came.
 *
 * @param forecasts smallest first
 * @param order     whose forecast each is
 * @param cost      of an error of 1
 */
record LessonStep(double[] forecasts, int[] order, double actual, double cost) {

    private static final double LEAST_GAP = 1e-12;

    static LessonStep of(double[] forecasts, double actual, double cost) {
        var order = WeightedMedian.order(forecasts);
        var sorted = new double[order.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = forecasts[order[i]];
        }
        return new LessonStep(sorted, order, actual, cost);
    }

    /*
     * The weighted median lies between the neighbours a and b = a + 1 whose places c (weight before, and half of the own) enclose one
     * half: x_a + (1/2 - c_a) / (c_b - c_a) * (x_b - x_a). More weight before a moves it down as a whole step; that of a and b moves
     * their places and the gap between them.
     */

    /**
     * Cost of the weighted median; adds how it changes with the weights.
     *
     * @param shares   by method, 1 together
     * @param gradient by method, added to
     */
    double learn(double[] shares, double[] gradient) {
        int a = -1;
        double before = 0;
        double place = 0;
        double next = shares[order[0]] / 2;
        while (next < .5 && a < order.length - 2) {
            a++;
            before += shares[order[a]];
            place = next;
            next = before + shares[order[a + 1]] / 2;
        }
        if (a < 0 || next < .5) {
            return cost * Math.abs(forecasts[a < 0 ? 0 : order.length - 1] - actual);
        }
        double gap = Math.max(LEAST_GAP, next - place);
        double part = (.5 - place) / gap;
        double distance = forecasts[a + 1] - forecasts[a];
        double error = forecasts[a] + part * distance - actual;
        double slope = cost * Math.signum(error) * distance / gap;
        for (int i = 0; i < a; i++) {
            gradient[order[i]] -= slope;
        }
        gradient[order[a]] -= slope * (1 + part) / 2;
        gradient[order[a + 1]] -= slope * part / 2;
        return cost * Math.abs(error);
    }
}
