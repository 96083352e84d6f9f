package dev.storetwin.core.forecast.history;

import dev.storetwin.core.forecast.distribution.AffineDemand;
import dev.storetwin.core.forecast.effects.Effects;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.model.ModelCard;
import java.util.TreeMap;

/**
 * A forecast of baseline demand with what prices, promotions and events of each period do to it.
 *
 * @param start index of the first period foretold
 * @param done  what was done to the history, in words; perhaps nothing
 */
record PlannedForecast(DemandForecast baseline, Effects effects, int start, String done) implements DemandForecast {

    @Override
    public String series() {
        return baseline.series();
    }

    @Override
    public int horizon() {
        return baseline.horizon();
    }

    @Override
    public double mean(int step) {
        return planned(step, baseline.mean(step));
    }

    @Override
    public DemandDistribution at(int step) {
        var demand = baseline.at(step);
        return effects.isNone() ? demand : AffineDemand.scaled(demand, factor(step), shift(step));
    }

    /** The steps' own effects, weighed by their means. */
    @Override
    public DemandDistribution over(int from, int to) {
        var demand = baseline.over(from, to);
        if (effects.isNone()) {
            return demand;
        }
        double planned = 0;
        double shift = 0;
        for (int step = from; step < to; step++) {
            planned += baseline.mean(step) * factor(step);
            shift += shift(step);
        }
        return AffineDemand.scaled(demand, demand.mean() > 0 ? planned / demand.mean() : 1, shift);
    }

    @Override
    public double[][] paths(int count, long seed) {
        var paths = baseline.paths(count, seed);
        for (var path : paths) {
            for (int i = 0; i < path.length; i++) {
                path[i] = planned(i + 1, path[i]);
            }
        }
        return paths;
    }

    /** An amount of the baseline with the effects of its step; what was not below zero does not get there. */
    private double planned(int step, double amount) {
        double planned = effects.onto(amount, start + step - 1);
        return amount >= 0 ? Math.max(0, planned) : planned;
    }

    private double factor(int step) {
        return effects.multiplier(start + step - 1);
    }

    private double shift(int step) {
        return effects.shift(start + step - 1);
    }

    @Override
    public ModelCard card() {
        var settings = new TreeMap<>(baseline.card().settings());
        effects.kept().forEach(it -> settings.put("effect_of_" + it.column(), Double.toString(it.coefficient())));
        return baseline.card().withSettings(settings);
    }

    @Override
    public String reason() {
        return done.isEmpty() ? baseline.reason() : baseline.reason() + "; " + done;
    }
}
