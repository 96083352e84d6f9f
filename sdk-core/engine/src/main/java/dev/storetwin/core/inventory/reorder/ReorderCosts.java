package dev.storetwin.core.inventory.reorder;

import dev.storetwin.core.inventory.demand.LossFunction;

/**
 * What ordering, holding and keeping customers waiting cost.
 *
 * @param fixedCost    of an order
 * @param holdingCost  of a unit for one unit of time
 * @param shortageCost of a unit that is waited for, for one unit of time, unless a model says otherwise
 */
public record ReorderCosts(double fixedCost, double holdingCost, double shortageCost) {

    public ReorderCosts {
        if (!(fixedCost >= 0 && holdingCost > 0 && shortageCost > 0)
                || Double.isInfinite(fixedCost + holdingCost + shortageCost)) {
            throw new IllegalArgumentException("""
                    fixedCost (%s) must not be negative, holdingCost (%s) and shortageCost (%s) must be above 0, all finite.
                    Maybe one of them is not known: then no reorder point is best.""".formatted(fixedCost, holdingCost, shortageCost));
        }
    }

    /** The probability of having enough at which one unit more costs as much as it saves. */
    double criticalRatio() {
        return shortageCost / (shortageCost + holdingCost);
    }

    /** Expected cost per unit of time while the stock position is at a level and this demand comes before what is ordered now. */
    double rate(double level, LossFunction leadTimeDemand) {
        return holdingCost * leadTimeDemand.leftover(level) + shortageCost * leadTimeDemand.loss(level);
    }
}
