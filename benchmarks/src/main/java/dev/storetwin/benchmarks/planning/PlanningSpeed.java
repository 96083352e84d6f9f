package dev.storetwin.benchmarks.planning;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.inventory.InventoryOptions;
import dev.storetwin.core.inventory.OrderUpToPlanner;
import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.pricing.PriceLadderPlanner;
import dev.storetwin.core.pricing.PricingOptions;
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
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * Seconds of one core for a price and an order proposal for every SKU.
 *
 * <p>Usage: {@code java ... PlanningSpeed [SKUS] [DAYS]}; 3,500 SKUs and 240 days unless given. Sales are made up: paces from one in a
 * hundred days to fifty a day, prices that change every month.
 */
public final class PlanningSpeed {

    private static final Source SOURCE = new Source("made-up");
    private static final Channel CHANNEL = Channel.of("web");
    private static final NodeId NODE = NodeId.of("main");
    private static final LocalDate TODAY = LocalDate.of(2024, 7, 1);
    private static final Instant NOW = TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);

    private PlanningSpeed() {}

    public static void main(String[] arguments) {
        int skus = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3_500;
        int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 240;
        var watch = new BenchmarkWatchdog();
        var state = shop(skus, days);
        watch.print("state of %,d SKUs over %d days".formatted(skus, days));
        plan(state, watch);
        plan(state, watch);
    }

    private static void plan(TwinState state, BenchmarkWatchdog watch) {
        var inventory = new OrderUpToPlanner(ForecastMethods.usual(), InventoryOptions.DEFAULT, 1);
        var pricing = new PriceLadderPlanner(ForecastMethods.usual(), PricingOptions.DEFAULT, 1);
        var skus = state.catalog().skus();
        long orders = skus.stream()
                .filter(it -> inventory
                                .plan(state, new ReplenishmentQuestion(it, NODE, NOW))
                                .alternatives()
                                .size()
                        > 1)
                .count();
        watch.print("%,d order proposals".formatted(orders));
        pricing.elasticity(state, new PriceQuestion(skus.get(0), CHANNEL, NOW));
        watch.print("elasticities");
        long prices = skus.stream()
                .filter(it -> pricing.plan(state, new PriceQuestion(it, CHANNEL, NOW))
                                .alternatives()
                                .size()
                        > 1)
                .count();
        watch.print("%,d price proposals".formatted(prices));
    }

    private static TwinState shop(int skus, int days) {
        var state = ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"));
        for (int first = 0; first < skus; first += 100) {
            var events = new ArrayList<TwinEvent>();
            for (int i = first; i < Math.min(skus, first + 100); i++) {
                addSku(i, days, events);
            }
            state = state.after(events).state();
        }
        return state;
    }

    private static void addSku(int index, int days, List<TwinEvent> events) {
        var sku = Sku.of("SKU-%05d".formatted(index));
        var draw = Draws.of(1).keyed("made-up", "sku", index);
        double pace = StrictMath.pow(10, -2 + 3.7 * draw.nextDouble());
        double price = 0;
        events.add(VariantUpserted.of(SOURCE, sku, sku.value(), "category " + index % 20, ago(days)));
        events.add(CostChanged.of(SOURCE, sku, Money.of("4.00", "EUR"), ago(days)));
        for (int day = 0; day < days; day++) {
            if (day % 30 == 0) {
                price = Math.rint(1000 * StrictMath.exp(.1 * draw.nextGaussian())) / 100;
                events.add(PriceChanged.of(
                        SOURCE, sku, CHANNEL, Money.of(Double.toString(price), "EUR"), ago(days - day)));
            }
            double mean = pace * StrictMath.pow(price / 10, -2);
            long units = NegativeBinomial.of(mean, 1.5 * mean).quantile(draw.nextOpenDouble());
            if (units > 0) {
                var at = ago(days - day).plus(Duration.ofHours(9));
                var line = OrderLine.of(
                        "1", sku, Quantity.of(units), Money.of(Double.toString(price), "EUR"), TaxMode.NET);
                events.add(OrderPlaced.of(SOURCE, OrderId.of(sku + "/" + day), CHANNEL, at, line));
            }
        }
        var header = EventHeader.of(SOURCE, EntityKind.STOCK, "count:" + sku, ago(0));
        events.add(new StockCounted(
                header, sku, NODE, StockKind.SELLABLE, CountBasis.AVAILABLE, Quantity.of((long) (10 * pace))));
    }

    private static Instant ago(int days) {
        return TODAY.minusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Prints how long it took since the last print. */
    private static final class BenchmarkWatchdog {

        private long last = System.nanoTime();

        void print(String what) {
            long now = System.nanoTime();
            System.out.println(String.format(Locale.ROOT, "%8.2f s  %s", (now - last) / 1e9, what));
            last = System.nanoTime();
        }
    }
}
