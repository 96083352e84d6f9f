package dev.storetwin.core.forecast.distribution;

import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.QuantileLevels;

/**
 * Demand as the forecast plus the errors it was seen to make.
 *
 * @param mean              the forecast
 * @param standardDeviation of its error
 * @param nonNegative       what would fall below zero is zero
 * @param whole             in whole units
 */
record ShapedDemand(double mean, double standardDeviation, ErrorShape shape, boolean nonNegative, boolean whole)
        implements DemandDistribution {

    private static final int CELLS = 512;
    private static final int HALVINGS = 50;

    @Override
    public double quantile(double level) {
        QuantileLevels.check(level);
        return curve(level);
    }

    private double curve(double level) {
        double amount = standardDeviation == 0 ? mean : mean + standardDeviation * shape.quantile(level);
        double rounded = whole ? Math.floor(amount + .5) : amount;
        return nonNegative ? Math.max(0, rounded) : rounded;
    }

    @Override
    public double probabilityAtMost(double amount) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (curve(middle) <= amount) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high == 1 ? 1 : low;
    }

    @Override
    public double expectedAbove(double amount) {
        double sum = 0;
        for (int i = 0; i < CELLS; i++) {
            sum += Math.max(0, curve((i + .5) / CELLS) - amount);
        }
        return sum / CELLS;
    }

    @Override
    public double expectedLeft(double amount) {
        double sum = 0;
        for (int i = 0; i < CELLS; i++) {
            sum += Math.max(0, amount - curve((i + .5) / CELLS));
        }
        return sum / CELLS;
    }
}
