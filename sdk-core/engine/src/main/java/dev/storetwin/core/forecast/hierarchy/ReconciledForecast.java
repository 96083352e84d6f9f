package dev.storetwin.core.forecast.hierarchy;

import dev.storetwin.core.forecast.distribution.AffineDemand;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.model.ModelCard;
import java.util.Arrays;
import java.util.TreeMap;

/** A forecast with its means replaced by coherent ones and its distributions moved along, each with its shape kept. */
final class ReconciledForecast implements DemandForecast {

    private final DemandForecast base;
    private final double[] means;

    private ReconciledForecast(DemandForecast base, double[] means) {
        this.base = base;
        this.means = means;
    }

    /**
     * Moves a forecast.
     *
     * @param means one finite mean per step
     */
    static ReconciledForecast of(DemandForecast base, double... means) {
        if (means.length != base.horizon()) {
            throw new IllegalArgumentException("Forecast %s has %d steps; %d means do not fit."
                    .formatted(base.series(), base.horizon(), means.length));
        }
        if (!Arrays.stream(means).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Means %s must be finite.".formatted(Arrays.toString(means)));
        }
        return new ReconciledForecast(base, means.clone());
    }

    @Override
    public String series() {
        return base.series();
    }

    @Override
    public int horizon() {
        return means.length;
    }

    @Override
    public double mean(int step) {
        return at(step).mean();
    }

    @Override
    public DemandDistribution at(int step) {
        var demand = base.at(step);
        return AffineDemand.of(demand, means[step - 1]);
    }

    @Override
    public DemandDistribution over(int from, int to) {
        var demand = base.over(from, to);
        double mean = 0;
        for (int step = from; step < to; step++) {
            mean += means[step - 1];
        }
        return AffineDemand.of(demand, mean);
    }

    @Override
    public double[][] paths(int count, long seed) {
        var paths = base.paths(count, seed);
        for (int step = 1; step <= means.length; step++) {
            var demand = AffineDemand.of(base.at(step), means[step - 1]);
            for (var path : paths) {
                path[step - 1] = demand.moved(path[step - 1]);
            }
        }
        return paths;
    }

    @Override
    public ModelCard card() {
        var settings = new TreeMap<>(base.card().settings());
        settings.put("reconciled", "true");
        return base.card().withSettings(settings);
    }

    @Override
    public String reason() {
        return base.reason().isBlank()
                ? "reconciled with its hierarchy"
                : base.reason() + "; reconciled with its hierarchy";
    }
}
