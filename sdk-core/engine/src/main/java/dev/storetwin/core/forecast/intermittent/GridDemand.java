package dev.storetwin.core.forecast.intermittent;

import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.QuantileLevels;
import java.util.Arrays;

/** Demand in multiples of a unit, by a table of cumulative probabilities. */
final class GridDemand implements DemandDistribution {

    /** A multiple of the unit, divided by the unit, may come out a bit too small. */
    private static final double ALMOST = 1 + 1e-12;

    private final double mean;
    private final double variance;
    private final double unit;
    private final double[] cumulative;

    /**
     * @param mean       of demand, not counted in units
     * @param variance   of demand
     * @param cumulative probabilities of at most 0, 1, 2, ... units, not falling
     */
    GridDemand(double mean, double variance, double unit, double[] cumulative) {
        this.mean = mean;
        this.variance = variance;
        this.unit = unit;
        this.cumulative = cumulative;
        for (int i = 0; i < cumulative.length; i++) {
            // Summing rounds, and no probability is above one.
            cumulative[i] = Math.min(1, cumulative[i]);
        }
        cumulative[cumulative.length - 1] = 1;
    }

    static GridDemand none() {
        return new GridDemand(0, 0, 1, new double[] {1});
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double standardDeviation() {
        return Math.sqrt(variance);
    }

    @Override
    public double quantile(double level) {
        QuantileLevels.check(level);
        int found = Arrays.binarySearch(cumulative, level);
        int at = found >= 0 ? found : -found - 1;
        while (at > 0 && cumulative[at - 1] >= level) {
            at--;
        }
        return at * unit;
    }

    @Override
    public double probabilityAtMost(double amount) {
        if (!(amount >= 0)) {
            return 0;
        }
        double cell = Math.floor(amount / unit * ALMOST);
        return cell >= cumulative.length - 1 ? 1 : cumulative[(int) cell];
    }

    @Override
    public double expectedAbove(double amount) {
        if (amount <= 0) {
            return mean - amount;
        }
        double cells = amount / unit;
        double floor = Math.floor(cells);
        if (floor >= cumulative.length) {
            return 0;
        }
        double above = (floor + 1 - cells) * (1 - cumulative[(int) floor]);
        for (int k = (int) floor + 1; k < cumulative.length; k++) {
            above += 1 - cumulative[k];
        }
        return Math.min(mean, above * unit);
    }
}
