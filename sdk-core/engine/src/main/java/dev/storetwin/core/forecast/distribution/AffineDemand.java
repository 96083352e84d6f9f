package dev.storetwin.core.forecast.distribution;

import dev.storetwin.forecast.DemandDistribution;

/**
 * Demand moved to another mean and stretched around it: mean + stretch * (demand - its mean).
 *
 * @param stretch above 0, or 0 for certain demand
 */
public record AffineDemand(DemandDistribution demand, double mean, double stretch) implements DemandDistribution {

    private static final double MOST_GROWTH = 1e12;

    /**
     * Moves to a new mean and keeps what is not negative so. Less demand shrinks the spread with the mean; more demand widens it by
     * the root, as counts have it; a mean of nothing, or below, moves the spread as it is.
     */
    public static AffineDemand of(DemandDistribution demand, double mean) {
        return new AffineDemand(demand, mean, stretch(demand.mean(), mean));
    }

    /** Moves to another mean and multiplies all amounts with it, where that is possible: twice the demand, twice the doubt. */
    public static AffineDemand scaled(DemandDistribution demand, double factor, double shift) {
        return new AffineDemand(demand, demand.mean() * factor + shift, factor);
    }

    static double stretch(double from, double to) {
        if (!(from > 0) || to < 0) {
            return 1;
        }
        double ratio = to / from;
        return ratio <= 1 ? ratio : Math.sqrt(Math.min(ratio, MOST_GROWTH));
    }

    @Override
    public double standardDeviation() {
        return stretch * demand.standardDeviation();
    }

    @Override
    public double quantile(double level) {
        return moved(demand.quantile(level));
    }

    /** Rounding must not push below zero what was above. */
    public double moved(double amount) {
        double moved = mean + stretch * (amount - demand.mean());
        return amount >= 0 && mean >= 0 ? Math.max(0, moved) : moved;
    }

    @Override
    public double probabilityAtMost(double amount) {
        return stretch == 0 ? (amount >= mean ? 1 : 0) : demand.probabilityAtMost(original(amount));
    }

    @Override
    public double expectedAbove(double amount) {
        return stretch == 0 ? Math.max(0, mean - amount) : stretch * demand.expectedAbove(original(amount));
    }

    @Override
    public double expectedLeft(double amount) {
        return stretch == 0 ? Math.max(0, amount - mean) : stretch * demand.expectedLeft(original(amount));
    }

    private double original(double amount) {
        return demand.mean() + (amount - mean) / stretch;
    }
}
