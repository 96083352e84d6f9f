package dev.storetwin.core.pricing;

import java.util.Optional;

/**
 * Tries prices on futures of demand.
 *
 * <p>How it works: a future is demand day by day at the price that recent demand was seen at. Another price multiplies it by
 * (price / that price) ^ elasticity. Each day sells what is there, with lost sales, until stock can be refilled. Units left over are
 * held until demand has taken them, at that price, and cost at most what was paid for them.
 */
final class PriceTrial {

    private final double[][] demand;
    private final double seenAt;
    private final Optional<ChannelStock> stock;
    private final PriceEconomics economics;
    private final double holding;
    private final double pace;

    /**
     * @param demand  one row per future, one column per day
     * @param seenAt  the price that recent demand was seen at
     * @param holding cost of a unit for a day
     */
    PriceTrial(
            double[][] demand, double seenAt, Optional<ChannelStock> stock, PriceEconomics economics, double holding) {
        this.demand = demand;
        this.seenAt = seenAt;
        this.stock = stock;
        this.economics = economics;
        this.holding = holding;
        this.pace = pace(demand);
    }

    /** Units a day. */
    private static double pace(double[][] demand) {
        double sum = 0;
        for (var path : demand) {
            for (double wanted : path) {
                sum += Math.max(0, wanted);
            }
        }
        return sum / demand.length / demand[0].length;
    }

    /**
     * One price.
     *
     * @param price      that is charged
     * @param felt       the price that demand answers to: nearer to what was seen where an answer is not believed
     * @param elasticity below zero
     */
    RungOutcome at(double price, double felt, double elasticity) {
        double factor = StrictMath.pow(felt / seenAt, elasticity);
        double margin = economics.margin(price);
        return stock.map(it -> withStock(it, factor, margin)).orElseGet(() -> withoutStock(factor, margin));
    }

    private RungOutcome withoutStock(double factor, double margin) {
        double units = factor * pace * demand[0].length;
        return new RungOutcome(units, margin * units, 0, 0);
    }

    private RungOutcome withStock(ChannelStock supply, double factor, double margin) {
        var arrivals = supply.arrivals();
        double sold = 0;
        double held = 0;
        double left = 0;
        double leftCost = 0;
        int stockOuts = 0;
        for (var path : demand) {
            double units = supply.start();
            boolean lost = false;
            for (int day = 0; day < path.length; day++) {
                units += arrivals[day];
                double wanted = Math.max(0, factor * path[day]);
                double there = Math.max(0, units);
                double sales = day < supply.refilledDay() ? Math.min(there, wanted) : wanted;
                lost |= sales < wanted;
                units -= Math.min(there, sales);
                sold += sales;
                held += Math.max(0, units);
            }
            stockOuts += lost ? 1 : 0;
            left += Math.max(0, units);
            leftCost += leftoverCost(Math.max(0, units), factor * pace);
        }
        int paths = demand.length;
        double value = (margin * sold - holding * held - leftCost) / paths;
        return new RungOutcome(sold / paths, value, (double) stockOuts / paths, left / paths);
    }

    /** The k-th unit left waits k / daily days for its buyer. */
    private double leftoverCost(double units, double daily) {
        if (holding == 0 || units == 0) {
            return 0;
        }
        double cost = economics.cost().toDouble();
        double sellable = Math.min(units, daily * cost / holding);
        double waiting = sellable > 0 ? holding * sellable * sellable / (2 * daily) : 0;
        return waiting + cost * (units - sellable);
    }
}
