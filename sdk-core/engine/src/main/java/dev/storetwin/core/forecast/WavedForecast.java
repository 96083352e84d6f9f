package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.distribution.AffineDemand;
import dev.storetwin.core.forecast.season.YearWave;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.model.ModelCard;
import java.util.Locale;

/**
 * A forecast of demand without the year, with the year.
 *
 * @param start index of the first day foretold
 */
record WavedForecast(DemandForecast calm, YearWave year, int start) implements DemandForecast {

    private double factor(int step) {
        return year.factor(start + step - 1);
    }

    @Override
    public String series() {
        return calm.series();
    }

    @Override
    public int horizon() {
        return calm.horizon();
    }

    @Override
    public double mean(int step) {
        return calm.mean(step) * factor(step);
    }

    @Override
    public DemandDistribution at(int step) {
        return AffineDemand.scaled(calm.at(step), factor(step), 0);
    }

    /** The days' own factors, weighed by their means. */
    @Override
    public DemandDistribution over(int from, int to) {
        var demand = calm.over(from, to);
        double sum = 0;
        for (int step = from; step < to; step++) {
            sum += mean(step);
        }
        return demand.mean() > 0 ? AffineDemand.scaled(demand, sum / demand.mean(), 0) : demand;
    }

    @Override
    public double[][] paths(int count, long seed) {
        var paths = calm.paths(count, seed);
        for (int i = 0; i < horizon(); i++) {
            double factor = factor(i + 1);
            for (var path : paths) {
                path[i] *= factor;
            }
        }
        return paths;
    }

    @Override
    public ModelCard card() {
        return calm.card();
    }

    @Override
    public String reason() {
        return String.format(
                Locale.ROOT,
                "%s; with a year that makes it %+.0f %% from the first day to the last",
                calm.reason(),
                100 * (factor(horizon()) / factor(1) - 1));
    }
}
