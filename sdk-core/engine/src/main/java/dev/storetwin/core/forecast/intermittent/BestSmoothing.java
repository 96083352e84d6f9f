package dev.storetwin.core.forecast.intermittent;

import java.util.function.DoubleFunction;

/** The recursion with that smoothing, of a few, whose one-step forecasts had the least squared errors; the slower one when equal. */
record BestSmoothing(DoubleFunction<Rate> rates) implements Rate {

    private static final double[] ALPHAS = {.02, .05, .1, .15, .2, .3, .4};

    @Override
    public double[] after(double[] demand) {
        double[] best = rates.apply(ALPHAS[0]).after(demand);
        double least = squaredErrors(best, demand);
        for (int i = 1; i < ALPHAS.length; i++) {
            var levels = rates.apply(ALPHAS[i]).after(demand);
            double errors = squaredErrors(levels, demand);
            if (errors < least) {
                least = errors;
                best = levels;
            }
        }
        return best;
    }

    private static double squaredErrors(double[] rates, double[] demand) {
        double sum = 0;
        for (int i = 1; i < demand.length; i++) {
            sum += (demand[i] - rates[i - 1]) * (demand[i] - rates[i - 1]);
        }
        return sum;
    }
}
