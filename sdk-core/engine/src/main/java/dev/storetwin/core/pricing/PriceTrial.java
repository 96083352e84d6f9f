package dev.storetwin.core.pricing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tries prices on futures of demand.
 *
 * <p>How it works: a future is demand day by day at the price that recent demand was seen at. Another price multiplies it by
 * (price / that price) ^ elasticity. Each day sells what is there, with lost sales, until stock can be refilled. Units left over are
 * held until demand has taken them, at that price, and cost at most what was paid for them.
 */
final class PriceTrial {

    private final CumulativeDemand[] futures;
    private final int days;
    private final double seenAt;
    private final Optional<StockPath> stock;
    private final PriceEconomics economics;
    private final double holding;
    private final double cost;
    private final double pace;
    private final Map<Double, StockPath.Course> followed = new ConcurrentHashMap<>();

    /**
     * @param futures of demand
     * @param seenAt  the price that recent demand was seen at
     * @param holding cost of a unit for a day
     */
    PriceTrial(
            CumulativeDemand[] futures,
            double seenAt,
            Optional<ChannelStock> stock,
            PriceEconomics economics,
            double holding) {
        this.futures = futures;
        this.days = futures[0].days();
        this.seenAt = seenAt;
        this.stock = stock.map(it -> StockPath.of(it, days));
        this.economics = economics;
        this.holding = holding;
        this.cost = economics.cost().toDouble();
        this.pace = Arrays.stream(futures).mapToDouble(it -> it.until(days)).sum() / futures.length / days;
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
        double units = factor * pace * days;
        return new RungOutcome(units, margin * units, 0, 0);
    }

    private RungOutcome withStock(StockPath supply, double factor, double margin) {
        var sum = followed.computeIfAbsent(factor, it -> follow(supply, it));
        int paths = futures.length;
        double value = (margin * sum.sold() - holding * sum.held() - sum.leftCost()) / paths;
        return new RungOutcome(sum.sold() / paths, value, (double) sum.stockOuts() / paths, sum.left() / paths);
    }

    private StockPath.Course follow(StockPath supply, double factor) {
        var sum = new StockPath.Course();
        var leftover = new Leftover(cost, holding, factor * pace);
        for (var future : futures) {
            double units = supply.follow(future, factor, sum);
            sum.addLeftCost(leftover.cost(units));
        }
        return sum;
    }

    /**
     * What is left over: the k-th unit waits k / daily days for its buyer, and none costs more than was paid for it.
     *
     * @param cost    of a unit
     * @param holding cost of a unit for a day
     * @param daily   units that are sold a day
     */
    private record Leftover(double cost, double holding, double daily) {

        double cost(double units) {
            if (holding == 0 || units == 0) {
                return 0;
            }
            double sellable = Math.min(units, daily * cost / holding);
            double waiting = sellable > 0 ? holding * sellable * sellable / (2 * daily) : 0;
            return waiting + cost * (units - sellable);
        }
    }
}
