package dev.storetwin.core.inventory.reorder;

import dev.storetwin.core.inventory.demand.NormalDemand;

/**
 * An (s, S) policy from mean and variance alone, by the revised power approximation (Ehrhardt and Mosier 1984), fitted by them to exact policies of
 * many cases. What is missing waits.
 *
 * @param costs    of ordering, holding and shortage; an order must cost something
 * @param demand   of a period
 * @param leadTime whole periods from order to shelf; with 0 it is there before the period's demand
 */
public record PowerApproximation(ReorderCosts costs, NormalDemand demand, int leadTime) {

    public PowerApproximation {
        if (leadTime < 0 || !(costs.fixedCost() > 0 && demand.mean() > 0)) {
            throw new IllegalArgumentException(
                    "leadTime (%d) must not be negative, and fixedCost (%s) and mean demand (%s) must be above 0."
                            .formatted(leadTime, costs.fixedCost(), demand.mean()));
        }
    }

    /**
     * The policy in continuous units. Where it would order less than one and a half periods of demand at a time, {@link #capped} is closer to the best.
     */
    public Levels levels() {
        var ahead = demand.over(leadTime + 1);
        double quantity = quantity(ahead);
        double ratio = Math.sqrt(quantity * costs.holdingCost() / (ahead.standardDeviation() * costs.shortageCost()));
        double safety = .183 / ratio + 1.063 - 2.192 * ratio;
        double reorder = .973 * ahead.mean() + ahead.standardDeviation() * safety;
        return new Levels(reorder, reorder + quantity);
    }

    private double quantity(NormalDemand ahead) {
        double mean = demand.mean();
        double spread = ahead.standardDeviation() / mean;
        return 1.30
                * StrictMath.pow(mean, .494)
                * StrictMath.pow(costs.fixedCost() / costs.holdingCost(), .506)
                * StrictMath.pow(1 + spread * spread, .116);
    }

    /** The same, but for small orders never above the level that would be best without a fixed cost, as its authors advise. */
    public Levels capped() {
        var levels = levels();
        if (levels.orderUpTo() - levels.reorderPoint() > 1.5 * demand.mean()) {
            return levels;
        }
        double most = demand.over(leadTime + 1).quantile(costs.criticalRatio());
        return new Levels(Math.min(levels.reorderPoint(), most), Math.min(levels.orderUpTo(), most));
    }

    /**
     * When to order and up to where.
     *
     * @param reorderPoint s, in units
     * @param orderUpTo    S, in units
     */
    public record Levels(double reorderPoint, double orderUpTo) {}
}
