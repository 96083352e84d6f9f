package dev.storetwin.core.forecast.global;

import dev.storetwin.core.numeric.Order;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.QuantileLevels;

/**
 * Demand known by equally likely amounts.
 *
 * @param sorted ascending, at least one
 */
record SampledDemand(double[] sorted, double mean) implements DemandDistribution {

    @Override
    public double standardDeviation() {
        double centre = 0;
        double squares = 0;
        for (int i = 0; i < sorted.length; i++) {
            double step = sorted[i] - centre;
            centre += step / (i + 1);
            squares += step * (sorted[i] - centre);
        }
        return Math.sqrt(squares / sorted.length);
    }

    @Override
    public double quantile(double level) {
        QuantileLevels.check(level);
        return Order.quantile(sorted, level);
    }

    @Override
    public double probabilityAtMost(double amount) {
        int count = 0;
        while (count < sorted.length && sorted[count] <= amount) {
            count++;
        }
        return (double) count / sorted.length;
    }

    @Override
    public double expectedAbove(double amount) {
        double sum = 0;
        for (double value : sorted) {
            sum += Math.max(0, value - amount);
        }
        return sum / sorted.length;
    }

    @Override
    public double expectedLeft(double amount) {
        double sum = 0;
        for (double value : sorted) {
            sum += Math.max(0, amount - value);
        }
        return sum / sorted.length;
    }
}
