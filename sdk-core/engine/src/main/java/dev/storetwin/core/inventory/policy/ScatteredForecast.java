package dev.storetwin.core.inventory.policy;

import dev.storetwin.core.forecast.distribution.CountDemand;
import dev.storetwin.core.forecast.distribution.Steps;
import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.model.ModelCard;

/** Counts that scatter around means independently of each other, by the negative binomial distribution. */
record ScatteredForecast(String series, Means expected, double scatter, ModelCard card) implements DemandForecast {

    /** Demand of each step, and nothing else. */
    static final class Means {

        private final double[] byStep;

        Means(double... byStep) {
            this.byStep = byStep.clone();
        }

        private double of(int step) {
            return byStep[Steps.index(step, byStep.length)];
        }
    }

    @Override
    public int horizon() {
        return expected.byStep.length;
    }

    @Override
    public double mean(int step) {
        return expected.of(step);
    }

    @Override
    public DemandDistribution at(int step) {
        return over(step, step + 1);
    }

    @Override
    public DemandDistribution over(int from, int to) {
        Steps.checkSpan(from, to, horizon());
        double mean = 0;
        for (int step = from; step < to; step++) {
            mean += mean(step);
        }
        return new CountDemand(counts(mean));
    }

    private NegativeBinomial counts(double mean) {
        return NegativeBinomial.of(mean, mean * scatter);
    }

    @Override
    public double[][] paths(int count, long seed) {
        var draws = Draws.of(seed);
        var counts = new NegativeBinomial[horizon()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = counts(mean(i + 1));
        }
        var paths = new double[count][horizon()];
        for (int row = 0; row < count; row++) {
            var draw = draws.keyed("demand-path", series, row);
            for (int i = 0; i < counts.length; i++) {
                paths[row][i] = counts[i].quantile(draw.nextOpenDouble());
            }
        }
        return paths;
    }

    @Override
    public String reason() {
        return "a moving average with the season of all";
    }
}
