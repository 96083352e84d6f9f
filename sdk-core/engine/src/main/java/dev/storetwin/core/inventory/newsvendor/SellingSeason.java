package dev.storetwin.core.inventory.newsvendor;

import dev.storetwin.core.inventory.demand.LossFunction;

/**
 * One order for one season, in the merchant's own numbers.
 *
 * @param price       that a unit sells for
 * @param unitCost    that a unit is bought for, below the price
 * @param salvageValue what a unit that is left over still brings, below the cost; negative when it costs something to get rid of
 */
public record SellingSeason(double price, double unitCost, double salvageValue) {

    public SellingSeason {
        if (!(price > unitCost && unitCost > salvageValue)
                || Double.isInfinite(price)
                || Double.isInfinite(salvageValue)) {
            throw new IllegalArgumentException("""
                    price (%s) must be above unitCost (%s), and that above salvageValue (%s).
                    Maybe two of them were swapped.""".formatted(price, unitCost, salvageValue));
        }
    }

    /** The same in terms of what is left over and what is missing. */
    public Newsvendor newsvendor() {
        return new Newsvendor(unitCost - salvageValue, price - unitCost);
    }

    /** The least quantity that earns most. */
    public SeasonOrder best(LossFunction demand) {
        double quantity = newsvendor().best(demand).level();
        return new SeasonOrder(quantity, profit(quantity, demand));
    }

    /** Expected profit of any quantity. */
    public double profit(double quantity, LossFunction demand) {
        return (price - unitCost) * demand.mean() - newsvendor().cost(quantity, demand);
    }

    /**
     * What to buy for a season.
     *
     * @param quantity in units
     * @param profit   that is expected
     */
    public record SeasonOrder(double quantity, double profit) {}
}
