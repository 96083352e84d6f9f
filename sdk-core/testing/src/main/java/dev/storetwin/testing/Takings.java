package dev.storetwin.testing;

import dev.storetwin.type.Money;

/**
 * What a shop has earned since it opened, as its owner would count it.
 *
 * @param orders      placed
 * @param unitsSold   ordered, before cancellations and returns
 * @param unitsLost   wanted at the price of the moment but not on the shelf
 * @param revenue     of the units sold, net
 * @param costOfGoods of the units sold, where the cost is known
 */
public record Takings(long orders, long unitsSold, long unitsLost, Money revenue, Money costOfGoods) {

    public Money margin() {
        return revenue.minus(costOfGoods);
    }

    /** What came in after an earlier moment. */
    public Takings since(Takings earlier) {
        return new Takings(
                orders - earlier.orders,
                unitsSold - earlier.unitsSold,
                unitsLost - earlier.unitsLost,
                revenue.minus(earlier.revenue),
                costOfGoods.minus(earlier.costOfGoods));
    }

    Takings withOrder() {
        return new Takings(orders + 1, unitsSold, unitsLost, revenue, costOfGoods);
    }

    Takings withSold(long units, Money price, Money cost) {
        return new Takings(orders, unitsSold + units, unitsLost, revenue.plus(price), costOfGoods.plus(cost));
    }

    Takings withLost(long units) {
        return new Takings(orders, unitsSold, unitsLost + units, revenue, costOfGoods);
    }
}
