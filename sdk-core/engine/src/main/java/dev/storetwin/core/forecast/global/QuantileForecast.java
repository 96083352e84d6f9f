package dev.storetwin.core.forecast.global;

import dev.storetwin.core.forecast.distribution.Steps;
import dev.storetwin.core.numeric.Normal;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.model.ModelCard;
import java.util.Arrays;
import java.util.List;

/**
 * A forecast of one distribution per step. Steps move together as a normal copula of one correlation has it, so that demand of several
 * steps is wider than if each were drawn alone.
 *
 * @param demands one per step, the first step first
 */
record QuantileForecast(String series, List<DemandDistribution> demands, ModelCard card, String reason)
        implements DemandForecast {

    private static final double CORRELATION = .3;
    private static final int SUM_PATHS = 400;
    private static final long SUM_SEED = 1;
    private static final double ALMOST_ONE = 1 - 0x1p-53;

    QuantileForecast {
        demands = List.copyOf(demands);
    }

    @Override
    public int horizon() {
        return demands.size();
    }

    @Override
    public double mean(int step) {
        return at(step).mean();
    }

    @Override
    public DemandDistribution at(int step) {
        return demands.get(Steps.index(step, demands.size()));
    }

    @Override
    public DemandDistribution over(int from, int to) {
        Steps.checkSpan(from, to, demands.size());
        return to == from + 1 ? at(from) : sum(from, to);
    }

    private DemandDistribution sum(int from, int to) {
        var sums = new double[SUM_PATHS];
        double mean = 0;
        for (int step = from; step < to; step++) {
            mean += mean(step);
        }
        if (to > from) {
            var paths = paths(SUM_PATHS, SUM_SEED);
            for (int row = 0; row < sums.length; row++) {
                for (int step = from; step < to; step++) {
                    sums[row] += paths[row][step - 1];
                }
            }
        }
        Arrays.sort(sums);
        return new SampledDemand(sums, mean);
    }

    @Override
    public double[][] paths(int count, long seed) {
        var draws = Draws.of(seed);
        var paths = new double[count][demands.size()];
        for (int row = 0; row < count; row++) {
            var draw = draws.keyed("demand-path", series, row);
            double shared = draw.nextGaussian();
            for (int i = 0; i < demands.size(); i++) {
                double score = Math.sqrt(CORRELATION) * shared + Math.sqrt(1 - CORRELATION) * draw.nextGaussian();
                double level = Math.min(ALMOST_ONE, Math.max(Double.MIN_NORMAL, Normal.cdf(score)));
                paths[row][i] = demands.get(i).quantile(level);
            }
        }
        return paths;
    }
}
