package dev.storetwin.forecast;

import dev.storetwin.model.ModelCard;

/**
 * Demand of the periods to come, as a distribution. Steps count from 1: the first period after the history.
 *
 * <p>Nothing in it is {@code NaN}. Quantiles of a step never cross, and neither they nor the mean are negative when no value of the
 * history was.
 */
public interface DemandForecast {

    /** Name of the series. */
    String series();

    /** Number of steps. */
    int horizon();

    /** Expected demand of a step. */
    double mean(int step);

    /** Demand of one step. */
    DemandDistribution at(int step);

    /**
     * Demand of several steps together, as a planner needs it for a lead time. It knows that a forecast that is too low today will
     * likely be too low tomorrow.
     *
     * @param from first step
     * @param to   the step after the last; equal to {@code from} for no step at all, with zero demand
     */
    DemandDistribution over(int from, int to);

    /**
     * Futures that could happen, one row each with one value per step. Row {@code i} depends on the seed, the series and {@code i}
     * alone, so more rows never change the first ones.
     *
     * @param count number of rows
     */
    double[][] paths(int count, long seed);

    /** Where it came from. */
    ModelCard card();

    /** Why this method was used, in words. */
    String reason();

    default double quantile(int step, double level) {
        return at(step).quantile(level);
    }

    /** The means of all steps, the first step first. */
    default double[] means() {
        var means = new double[horizon()];
        for (int step = 1; step <= means.length; step++) {
            means[step - 1] = mean(step);
        }
        return means;
    }

    /** One row per step, one column per level. */
    default double[][] quantiles(QuantileLevels levels) {
        var quantiles = new double[horizon()][levels.size()];
        for (int step = 1; step <= quantiles.length; step++) {
            var demand = at(step);
            for (int i = 0; i < levels.size(); i++) {
                quantiles[step - 1][i] = demand.quantile(levels.level(i));
            }
        }
        return quantiles;
    }
}
