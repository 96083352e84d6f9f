package dev.storetwin.benchmarks.inventory;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.CountBasis;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.SupplierTermsChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SupplierId;
import dev.storetwin.type.TaxMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A made-up shop with 52 weeks behind it: each SKU is sold over one channel from two nodes, at a pace between one in a month and five a day, and
 * counted at both every week of the last quarter.
 *
 * @param skus how many
 */
record BusyYear(int skus) {

    static final Currency CURRENCY = Currency.getInstance("EUR");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final Instant NOW = TODAY.atTime(20, 0).toInstant(ZoneOffset.UTC);
    static final List<NodeId> NODES = List.of(NodeId.of("north"), NodeId.of("south"));

    private static final Source SOURCE = Source.of("made-up");
    private static final Channel CHANNEL = Channel.of("web");
    private static final int DAYS = 364;
    private static final int COUNTED_WEEKS = 13;
    private static final int LINES = 50;

    static Sku sku(int index) {
        return Sku.of("SKU-%06d".formatted(index));
    }

    Stream<TwinEvent> events() {
        var catalog = IntStream.range(0, skus).boxed().flatMap(it -> described(it).stream());
        var days = IntStream.range(0, DAYS).boxed().flatMap(it -> day(it).stream());
        return Stream.concat(catalog, days);
    }

    private List<TwinEvent> described(int index) {
        var draw = draw("catalog", index);
        var sku = sku(index);
        var at = start(0);
        double cost = 1 + 20 * draw.nextDouble();
        return List.of(
                VariantUpserted.of(SOURCE, sku, sku.value(), "category " + index % 20, at),
                CostChanged.of(SOURCE, sku, money(cost), at),
                PriceChanged.of(SOURCE, sku, CHANNEL, money(cost * (1.3 + draw.nextDouble())), at),
                SupplierTermsChanged.of(
                        SOURCE,
                        SupplierId.of("supplier " + index % 40),
                        sku,
                        Quantity.of(1),
                        Quantity.of(1 + draw.nextInt(6)),
                        Duration.ofDays(3 + draw.nextInt(12)),
                        at));
    }

    private static Money money(double amount) {
        return Money.of(String.format(Locale.ROOT, "%.2f", amount), CURRENCY);
    }

    private static Draw draw(String purpose, int index) {
        return Draws.of(7).keyed("busy-year", purpose, index);
    }

    private static Instant start(int day) {
        return TODAY.minusDays(DAYS - day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Units a day: most SKUs are slow. */
    private static double pace(int index) {
        return StrictMath.pow(10, -1.5 + 2.2 * draw("pace", index).nextDouble());
    }

    private List<TwinEvent> day(int day) {
        var events = new ArrayList<TwinEvent>();
        var lines = new ArrayList<OrderLine>();
        var draw = draw("day", day);
        for (int i = 0; i < skus; i++) {
            long units = units(pace(i), draw);
            if (units > 0) {
                lines.add(OrderLine.of(
                        Integer.toString(lines.size()),
                        sku(i),
                        Quantity.of(units),
                        Money.of("10.00", CURRENCY),
                        TaxMode.NET));
            }
            if (lines.size() == LINES || (i == skus - 1 && !lines.isEmpty())) {
                var order = OrderId.of("o-%d-%d".formatted(day, i));
                events.add(OrderPlaced.of(
                        SOURCE, order, CHANNEL, start(day).plusSeconds(40_000), lines.toArray(OrderLine[]::new)));
                lines.clear();
            }
        }
        if (day % 7 == 0 && day >= DAYS - 7 * COUNTED_WEEKS) {
            IntStream.range(0, skus).forEach(i -> NODES.forEach(it -> events.add(count(i, it, day))));
        }
        return events;
    }

    /** Of a Poisson distribution, by multiplying. */
    private static long units(double mean, Draw draw) {
        double product = draw.nextOpenDouble();
        double floor = StrictMath.exp(-mean);
        long units = 0;
        while (product > floor) {
            units++;
            product *= draw.nextOpenDouble();
        }
        return units;
    }

    /** About two weeks of stock, sold down and filled up again. */
    private static TwinEvent count(int index, NodeId node, int day) {
        var draw = draw("count " + node, index * 400 + day);
        long units = Math.round(14 * pace(index) * draw.nextDouble());
        var header = EventHeader.of(
                SOURCE,
                EntityKind.STOCK,
                "count:%d:%s:%d".formatted(index, node, day),
                start(day).plusSeconds(60));
        return new StockCounted(header, sku(index), node, StockKind.SELLABLE, CountBasis.AVAILABLE, Quantity.of(units));
    }

    /** What comes in during the day on some SKUs: each is ordered once more. */
    List<TwinEvent> later(int first, int count) {
        var events = new ArrayList<TwinEvent>();
        for (int i = first; i < first + count; i++) {
            var line = OrderLine.of("1", sku(i % skus), Quantity.of(2), Money.of("10.00", CURRENCY), TaxMode.NET);
            events.add(OrderPlaced.of(
                    SOURCE, OrderId.of("later-" + first + "-" + i), CHANNEL, NOW.plusSeconds(i - first), line));
        }
        return events;
    }
}
