package dev.storetwin.core.forecast.hierarchy;

import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.Hierarchy;

/** Hierarchies and forecasts by seed: categories crossed with channels, states over channels, now and then a series without keys. */
final class MadeUp {

    private MadeUp() {}

    static Hierarchy hierarchy(int series, long seed) {
        var builder = Hierarchy.builder("category", "state", "channel", "category-channel");
        for (int i = 0; i < series; i++) {
            var draw = Draws.of(seed).keyed("keys", "series", i);
            int category = draw.nextInt(4);
            int channel = draw.nextInt(5);
            if (draw.nextInt(8) == 0) {
                builder.add("s" + i, "c" + category);
            } else {
                builder.add("s" + i, "c" + category, "z" + channel / 2, "h" + channel, category + "x" + channel);
            }
        }
        return builder.build();
    }

    /** Slow sellers next to fast ones, sums that do not agree, errors that go together, some of them unknown. */
    static NodeForecasts forecasts(Hierarchy hierarchy, int steps, int periods, long seed) {
        int nodes = hierarchy.nodes().size();
        int sums = hierarchy.sumCount();
        var errors = new double[nodes][periods];
        var means = new double[nodes][steps];
        var levels = new double[hierarchy.seriesCount()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = StrictMath.exp(
                    2 * Draws.of(seed).keyed("level", "series", i).nextGaussian());
        }
        var truth = hierarchy.sums(levels);
        for (int node = 0; node < nodes; node++) {
            var draw = Draws.of(seed).keyed("errors", "node", node);
            double deviation = Math.sqrt(truth[node]) + .1 * truth[node];
            for (int t = 0; t < periods; t++) {
                double common = Draws.of(seed).keyed("common", "period", t).nextGaussian();
                double error = deviation * (draw.nextGaussian() + .5 * common);
                errors[node][t] = node >= sums && draw.nextInt(20) == 0 ? Double.NaN : error;
            }
            for (int step = 0; step < steps; step++) {
                means[node][step] = Math.max(0, truth[node] + deviation * draw.nextGaussian());
            }
        }
        return new NodeForecasts(hierarchy, means, errors);
    }
}
