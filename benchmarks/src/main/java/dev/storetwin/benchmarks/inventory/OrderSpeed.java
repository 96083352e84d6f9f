package dev.storetwin.benchmarks.inventory;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.core.inventory.InventoryOptions;
import dev.storetwin.core.inventory.OrderUpToPlanner;
import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.random.Draws;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.CountBasis;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * CPU time of one order proposal without its forecast, for paces from one unit in ten days to thirty a day.
 *
 * <p>Usage: {@code java ... OrderSpeed [SKUS] [ROUNDS]}; 300 SKUs and 5 rounds unless given. The last round counts. Forecasts are made before
 * and handed out, so that planning alone is measured.
 */
public final class OrderSpeed {

    private static final Source SOURCE = new Source("made-up");
    private static final Channel CHANNEL = Channel.of("web");
    private static final NodeId NODE = NodeId.of("main");
    private static final LocalDate TODAY = LocalDate.of(2024, 7, 1);
    private static final Instant NOW = TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
    private static final int DAYS = 120;

    private OrderSpeed() {}

    public static void main(String[] arguments) {
        int skus = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        var state = shop(skus);
        var histories = new ShopForecasts(ForecastMethods.cheap(), InventoryOptions.DEFAULT.historyDays());
        var forecasts = state.catalog().skus().stream()
                .collect(java.util.stream.Collectors.toMap(
                        it -> it, it -> histories.of(state, it, Optional.empty(), NOW, 21)));
        for (int paths : new int[] {300, 50}) {
            for (int round = 0; round < rounds; round++) {
                double millis = round(state, histories, forecasts, paths) / skus;
                System.out.println(String.format(Locale.ROOT, "%.3f ms a proposal, %d futures", millis, paths));
            }
        }
    }

    private static double round(
            TwinState state,
            ShopForecasts histories,
            java.util.Map<Sku, Optional<dev.storetwin.forecast.DemandForecast>> forecasts,
            int paths) {
        var planner = new OrderUpToPlanner(
                histories,
                (shop, sku, channel, asOf, horizon) -> forecasts.getOrDefault(sku, Optional.empty()),
                InventoryOptions.DEFAULT.withPaths(paths),
                1);
        var thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        int alternatives = 0;
        for (var sku : state.catalog().skus()) {
            alternatives += planner.plan(state, new ReplenishmentQuestion(sku, NODE, NOW))
                    .alternatives()
                    .size();
        }
        if (alternatives < state.catalog().skus().size()) {
            throw new IllegalStateException("Nothing was planned.");
        }
        return (thread.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static TwinState shop(int skus) {
        var state = ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"));
        var events = new ArrayList<TwinEvent>();
        for (int i = 0; i < skus; i++) {
            addSku(i, events);
        }
        return state.after(events).state();
    }

    private static void addSku(int index, List<TwinEvent> events) {
        var sku = Sku.of("SKU-%05d".formatted(index));
        var draw = Draws.of(1).keyed("made-up", "sku", index);
        double pace = StrictMath.pow(10, -1 + 2.5 * draw.nextDouble());
        events.add(CostChanged.of(SOURCE, sku, Money.of("4.00", "EUR"), ago(DAYS)));
        events.add(PriceChanged.of(SOURCE, sku, CHANNEL, Money.of("9.00", "EUR"), ago(DAYS)));
        for (int day = 0; day < DAYS; day++) {
            long units = NegativeBinomial.of(pace, 1.5 * pace).quantile(draw.nextOpenDouble());
            if (units > 0) {
                var line = OrderLine.of("1", sku, Quantity.of(units), Money.of("9.00", "EUR"), TaxMode.NET);
                events.add(OrderPlaced.of(
                        SOURCE,
                        OrderId.of(sku + "/" + day),
                        CHANNEL,
                        ago(DAYS - day).plusSeconds(36_000),
                        line));
            }
        }
        var header = EventHeader.of(SOURCE, EntityKind.STOCK, "count:" + sku, ago(0));
        events.add(new StockCounted(
                header, sku, NODE, StockKind.SELLABLE, CountBasis.AVAILABLE, Quantity.of((long) (10 * pace))));
    }

    private static Instant ago(int days) {
        return TODAY.minusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
