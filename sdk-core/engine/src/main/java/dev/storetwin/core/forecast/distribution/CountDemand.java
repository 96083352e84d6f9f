package dev.storetwin.core.forecast.distribution;

import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.QuantileLevels;

/** Demand in whole units, by the negative binomial distribution. */
public record CountDemand(NegativeBinomial counts) implements DemandDistribution {

    @Override
    public double mean() {
        return counts.mean();
    }

    @Override
    public double standardDeviation() {
        return Math.sqrt(counts.variance());
    }

    @Override
    public double quantile(double level) {
        QuantileLevels.check(level);
        return counts.quantile(level);
    }

    @Override
    public double probabilityAtMost(double amount) {
        return counts.cdf(amount);
    }

    @Override
    public double expectedAbove(double amount) {
        return counts.expectedAbove(amount);
    }
}
