package dev.storetwin.core.inventory.policy;

import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.core.inventory.InventoryOptions;
import dev.storetwin.core.inventory.UnitCosts;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.Progress;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Chooses how a shop orders, by what it would have cost on the shop's own days.
 *
 * <p>Those SKUs are played whose shortages weigh most, at each node that serves them, on the shop's review rhythm, supplier lead times, packs
 * and costs; costs are today's. Where some have a cost in money and others none, those count that sell most. The way the shop orders already, at factor 1 by the first method, is what others have to beat.
 *
 * @param options  of the shop, as it orders now
 * @param methods  of forecasting that are tried, the shop's own first
 * @param most     items that are played
 * @param windows  that are played at most, the latest
 * @param paths    futures that orders are tried on
 * @param seed     of chance
 * @param executor runs the work; the choice does not depend on it
 * @param progress told of every day played
 */
public record ShopPolicies(
        InventoryOptions options,
        List<DemandForecaster> methods,
        int most,
        int windows,
        int paths,
        long seed,
        Executor executor,
        Progress progress) {

    private static final int MOST = 60;
    private static final int WINDOWS = 9;
    private static final int PATHS = 150;
    private static final int ROUNDS = 4;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int KNOWN_DAYS = 91;
    private static final double[] SAFETY = {1, .5, .7, 1.4, 2, 4};

    public ShopPolicies {
        methods = List.copyOf(methods);
        if (methods.isEmpty() || most < 1 || windows < 1 || paths < 1) {
            throw new IllegalArgumentException(
                    "methods (%d), most (%d), windows (%d) and paths (%d) must all be at least 1."
                            .formatted(methods.size(), most, windows, paths));
        }
    }

    /** By the calling thread, unwatched, on a sample that takes seconds. */
    public static ShopPolicies of(InventoryOptions options, List<DemandForecaster> methods, long seed) {
        return new ShopPolicies(options, methods, MOST, WINDOWS, PATHS, seed, Runnable::run, Progress.NONE);
    }

    /**
     * What a shop should order by.
     *
     * @param asOf a moment; days from it on are not looked at
     * @return empty when the shop has no SKU with sales and counted stock
     */
    public Optional<ChosenPolicy> choose(TwinState state, Instant asOf) {
        return panel(state, asOf).map(it -> chooser().choose(backtest(it), it, candidates()));
    }

    PolicyChooser chooser() {
        return PolicyChooser.of(seed);
    }

    PolicyBacktest backtest(ReplayPanel panel) {
        return new PolicyBacktest(rolling(panel), candidates().get(0), executor, progress, () -> 0);
    }

    /** Windows that do not overlap, the last one ending with the last day. */
    private RollingWindows rolling(ReplayPanel panel) {
        int review = options.reviewDays();
        int stride = ROUNDS * review;
        int warmUp = (WARM_UP_ROUNDS + panel.longestLead() / review) * review;
        int last = panel.periods() - panel.longestLead() - stride;
        int count = Math.min(windows, (last - warmUp - KNOWN_DAYS) / stride + 1);
        int first = last - (count - 1) * stride;
        return new RollingWindows(Math.max(warmUp, first), stride, warmUp, ROUNDS, review);
    }

    private List<OrderingPolicy> candidates() {
        var policies = new ArrayList<OrderingPolicy>();
        for (var method : methods) {
            var by = PanelForecasters.each(method);
            for (double safety : SAFETY) {
                policies.add(OrderingPolicies.leastCost(by, safety, 1, paths, seed));
            }
            policies.add(OrderingPolicies.leastCost(by, 1, 2, paths, seed));
        }
        return policies;
    }

    /** An item with the units that it sold and what its costs are counted in. */
    private record Sold(ReplayItem item, double units, String account) {

        double weight() {
            return units * item.terms().shortage();
        }
    }

    Optional<ReplayPanel> panel(TwinState state, Instant asOf) {
        var histories = new ShopForecasts(methods.get(0), options.historyDays());
        var sold = state.catalog().skus().stream()
                .filter(it -> isStocked(state, it))
                .flatMap(it -> items(state, it, histories.history(state, it, asOf), asOf))
                .toList();
        var items = inOneAccount(sold)
                .sorted(Comparator.comparingDouble(Sold::weight)
                        .reversed()
                        .thenComparing(it -> it.item().sales().name()))
                .limit(most)
                .map(Sold::item)
                .toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(new ReplayPanel(items));
    }

    /** Money and unit-days do not add up: those items count whose account has sold most. */
    private static Stream<Sold> inOneAccount(List<Sold> sold) {
        var units = new TreeMap<String, Double>();
        sold.forEach(it -> units.merge(it.account(), it.units(), Double::sum));
        var account = units.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return sold.stream().filter(it -> it.account().equals(account));
    }

    private static boolean isStocked(TwinState state, Sku sku) {
        return state.stock().isKnown(sku)
                && state.catalog().variant(sku).map(Variant::isStocked).orElse(true);
    }

    private Stream<Sold> items(TwinState state, Sku sku, TimeSeries sold, Instant asOf) {
        var nodes = state.stock().nodes(sku);
        boolean isWhole = Arrays.stream(sold.values()).allMatch(it -> Double.isNaN(it) || it == Math.rint(it));
        if (nodes.isEmpty() || !isWhole) {
            return Stream.empty();
        }
        var costs = UnitCosts.of(state, sku, asOf, options);
        var terms = StockTerms.of(costs.leadDays(), costs.holding(), costs.shortage())
                .withWriteOff(costs.writeOff())
                .withPack(Math.max(1, Math.round(costs.pack())));
        return NodeSales.of(state, sku, sold, nodes).stream()
                .map(it -> new Sold(new ReplayItem(it, List.of(), terms), units(it), costs.account()))
                .filter(it -> it.weight() > 0);
    }

    private static double units(TimeSeries sold) {
        return Arrays.stream(sold.values()).filter(it -> it > 0).sum();
    }
}
