package dev.storetwin.core.inventory.newsvendor;

import dev.storetwin.core.inventory.demand.LossFunction;

/**
 * One order, one demand: what is left over costs something, and so does what is missing (Arrow, Harris and Marschak 1951).
 *
 * <p>The best level is the one that demand stays below with the probability shortage / (shortage + holding). Where stock is reviewed each
 * period, what is missing waits, and an order comes L periods later, the best base stock is the same for the demand of L + 1 periods.
 *
 * @param holdingCost  of a unit that is left over
 * @param shortageCost of a unit that is missing
 */
public record Newsvendor(double holdingCost, double shortageCost) {

    public Newsvendor {
        if (!(holdingCost > 0 && shortageCost > 0) || Double.isInfinite(holdingCost + shortageCost)) {
            throw new IllegalArgumentException("""
                    holdingCost (%s) and shortageCost (%s) must both be above 0 and finite.
                    Maybe the margin is zero: then nothing should be ordered.""".formatted(holdingCost, shortageCost));
        }
    }

    /** The probability with which the best level is enough. */
    public double criticalRatio() {
        return shortageCost / (shortageCost + holdingCost);
    }

    /** The least level that costs least. */
    public StockTarget best(LossFunction demand) {
        double level = demand.quantile(criticalRatio());
        return new StockTarget(level, cost(level, demand));
    }

    /** Expected cost of any level. */
    public double cost(double level, LossFunction demand) {
        return holdingCost * demand.leftover(level) + shortageCost * demand.loss(level);
    }
}
