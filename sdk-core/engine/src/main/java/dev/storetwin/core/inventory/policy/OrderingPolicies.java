package dev.storetwin.core.inventory.policy;

import java.util.ArrayList;
import java.util.List;

/** The policies of the library, and the grids of settings that are tried. */
public final class OrderingPolicies {

    private static final double[] LEVELS = {.5, .6, .7, .75, .8, .85, .9, .95};
    private static final double[] SAFETY = {1, .7, .85, 1.2, 1.5, 2};
    private static final double[] SAFETY_FOR_TWO = {1, .7};
    private static final double HIGH = 1.5;
    private static final double[] FACTORS = {0, .5, 1, 1.5};
    private static final double[] CAPS = {1, 1.5, 2};
    private static final double[] BATCHES = {1, 2};

    private OrderingPolicies() {}

    /** Order up to the expected demand of lead time, review and one period more, by a moving average with the season of all. */
    public static OrderingPolicy seasonalAverageCover() {
        return new CoverPolicy(PanelForecasters.seasonalAverage(), 1);
    }

    /** Order up to what is expected to be asked for in lead time, review and some periods more. */
    public static OrderingPolicy cover(PanelForecaster by, int extra) {
        return new CoverPolicy(by, extra);
    }

    /** Order up to a quantile of what is asked for in lead time and review. */
    public static OrderingPolicy quantile(PanelForecaster by, double level) {
        return new QuantilePolicy(by, SafetyLevel.of(level));
    }

    /** The same at the critical fractile of each item. */
    public static OrderingPolicy criticalQuantile(PanelForecaster by) {
        return new QuantilePolicy(by, SafetyLevel.CRITICAL);
    }

    /** Order up to expected demand of lead time and review and so many standard deviations more. */
    public static OrderingPolicy baseStock(PanelForecaster by, double safetyFactor) {
        return new BaseStockPolicy(by, safetyFactor);
    }

    /**
     * As {@link #quantile}, no order being larger than some reviews' worth of demand.
     *
     * @param cap in reviews
     */
    public static OrderingPolicy cappedBaseStock(PanelForecaster by, double level, double cap) {
        return new CappedBaseStockPolicy(new QuantilePolicy(by, SafetyLevel.of(level)), cap);
    }

    /** Order so that expected stock at arrival is the critical fractile of a review's demand. */
    public static OrderingPolicy projectedInventory(PanelForecaster by, int paths, long seed) {
        return new ProjectedInventoryPolicy(by, SafetyLevel.CRITICAL, paths, seed);
    }

    /**
     * When the stock position is at most a quantile, order up to some reviews' worth of demand above it.
     *
     * @param batch in reviews
     */
    public static OrderingPolicy minMax(PanelForecaster by, double level, double batch) {
        return new MinMaxPolicy(new QuantilePolicy(by, SafetyLevel.of(level)), batch);
    }

    /**
     * The order that costs least over futures of demand.
     *
     * @param safety  factor on the cost of a shortage
     * @param reviews that an order is made to last for
     */
    public static OrderingPolicy leastCost(PanelForecaster by, double safety, int reviews, int paths, long seed) {
        return new LeastCostPolicy(by, safety, reviews, paths, seed);
    }

    /**
     * What may be chosen for a panel with dates, the library's own at its default settings first. All of these project stock with lost
     * sales until an order comes. The plain order-up-to policies do not: on an empty shelf they order what will be lost before it comes
     * as well. Windows that start from ordinary stock do not show that, so they are compared with, but not chosen.
     *
     * @param paths futures that orders are tried on
     * @param more  forecasters beyond those that are always tried; one that is named twice is tried once
     */
    public static List<OrderingPolicy> candidates(int paths, long seed, List<PanelForecaster> more) {
        var policies = new ArrayList<>(leastCosts(PanelForecasters.pooled(), paths, seed));
        for (var by : forecasters(more)) {
            policies.add(projectedInventory(by, paths, seed));
            if (!by.equals(PanelForecasters.pooled())) {
                policies.add(leastCost(by, 1, 1, paths, seed));
                policies.add(leastCost(by, HIGH, 1, paths, seed));
            }
        }
        return policies;
    }

    /** What else the trade knows, for comparison, by the same forecasters. */
    public static List<OrderingPolicy> comparisons(List<PanelForecaster> more) {
        var policies = new ArrayList<OrderingPolicy>();
        for (var by : forecasters(more)) {
            policies.addAll(quantiles(by));
            policies.addAll(classics(by));
        }
        return policies;
    }

    private static List<PanelForecaster> forecasters(List<PanelForecaster> more) {
        var forecasters = new ArrayList<>(
                List.of(PanelForecasters.pooled(), PanelForecasters.seasonalAverage(), PanelForecasters.recentMean()));
        for (var by : more) {
            if (forecasters.stream().noneMatch(it -> it.name().equals(by.name()))) {
                forecasters.add(by);
            }
        }
        return forecasters;
    }

    /** The library's own with all settings that are tried, the default first. */
    public static List<OrderingPolicy> leastCosts(PanelForecaster by, int paths, long seed) {
        var policies = new ArrayList<OrderingPolicy>();
        for (double safety : SAFETY) {
            policies.add(leastCost(by, safety, 1, paths, seed));
        }
        for (double safety : SAFETY_FOR_TWO) {
            policies.add(leastCost(by, safety, 2, paths, seed));
        }
        return policies;
    }

    /** Order-up-to by a quantile, at all levels that are tried. */
    public static List<OrderingPolicy> quantiles(PanelForecaster by) {
        var policies = new ArrayList<OrderingPolicy>();
        policies.add(criticalQuantile(by));
        for (double level : LEVELS) {
            policies.add(quantile(by, level));
        }
        return policies;
    }

    /** Base stock, capped base stock and min-max, with all settings that are tried. */
    public static List<OrderingPolicy> classics(PanelForecaster by) {
        var policies = new ArrayList<OrderingPolicy>();
        for (double factor : FACTORS) {
            policies.add(baseStock(by, factor));
        }
        for (double cap : CAPS) {
            policies.add(new CappedBaseStockPolicy(new QuantilePolicy(by, SafetyLevel.CRITICAL), cap));
        }
        for (double batch : BATCHES) {
            policies.add(new MinMaxPolicy(new QuantilePolicy(by, SafetyLevel.CRITICAL), batch));
        }
        return policies;
    }
}
