package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.distribution.AffineDemand;
import dev.storetwin.core.forecast.distribution.Steps;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.model.ModelCard;

/**
 * A daily forecast of some days ago, read from today on. For the days after its end the same days of the week before stand in.
 *
 * @param made  the forecast as it was made
 * @param later how many days its first step is past
 */
record LaterForecast(DemandForecast made, int later) implements DemandForecast {

    private static final int WEEK = 7;

    /** The forecast itself when it is of today. */
    static DemandForecast of(DemandForecast made, long daysLater) {
        return daysLater <= 0 ? made : new LaterForecast(made, (int) Math.min(daysLater, Integer.MAX_VALUE / 2));
    }

    @Override
    public String series() {
        return made.series();
    }

    @Override
    public int horizon() {
        return made.horizon();
    }

    /** The step of the forecast that stands for a step from today; counted from 1. */
    private int stepThen(int step) {
        int then = Steps.index(step, horizon()) + 1 + later;
        int over = Math.max(0, then - horizon());
        int back = (over + WEEK - 1) / WEEK * WEEK;
        return then - back >= 1 ? then - back : horizon();
    }

    @Override
    public double mean(int step) {
        return made.mean(stepThen(step));
    }

    @Override
    public DemandDistribution at(int step) {
        return made.at(stepThen(step));
    }

    /** Spread as that of as many steps as near as the forecast has them, around the mean of the right ones. */
    @Override
    public DemandDistribution over(int from, int to) {
        Steps.checkSpan(from, to, horizon());
        if (to - from <= 1) {
            return to == from ? made.over(from, to) : at(from);
        }
        double mean = 0;
        for (int step = from; step < to; step++) {
            mean += mean(step);
        }
        int end = Math.min(horizon() + 1, to + later);
        return AffineDemand.of(made.over(end - (to - from), end), mean);
    }

    @Override
    public double[][] paths(int count, long seed) {
        var paths = made.paths(count, seed);
        for (int row = 0; row < count; row++) {
            var then = paths[row].clone();
            for (int day = 0; day < then.length; day++) {
                paths[row][day] = then[stepThen(day + 1) - 1];
            }
        }
        return paths;
    }

    @Override
    public ModelCard card() {
        return made.card();
    }

    @Override
    public String reason() {
        return made.reason();
    }
}
