package dev.storetwin.benchmarks.pricing;

import dev.storetwin.Twin;
import dev.storetwin.benchmarks.pricing.MoneyShop.Thing;
import dev.storetwin.core.StoreTwin;
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
import dev.storetwin.testing.SettableClock;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A real twin of a made-up shop: it hears orders, prices and costs, and nothing else. */
final class MoneyTwin implements AutoCloseable {

    static final Channel WEB = Channel.of("web");

    private static final Source SOURCE = Source.of("shop");
    private static final NodeId NODE = NodeId.of("main");
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
    private static final int WEEK = 7;

    private final MoneyShop shop;
    private final SettableClock clock = SettableClock.at(at(0, 6));
    private final Twin twin = StoreTwin.builder().clock(clock).build();

    /** With the history of the shop. */
    MoneyTwin(MoneyShop shop) {
        this.shop = shop;
        var events = new ArrayList<TwinEvent>();
        for (var thing : shop.things()) {
            events.add(VariantUpserted.of(SOURCE, sku(thing), sku(thing).value(), "all", at(0, 0)));
            for (int week = 0; week < MoneyShop.HISTORY_WEEKS; week++) {
                history(thing, week, events);
            }
        }
        clock.set(at(MoneyShop.HISTORY_WEEKS * WEEK, 6));
        twin.load(events.stream());
    }

    private void history(Thing thing, int week, List<TwinEvent> events) {
        double price = thing.prices().get(week);
        if (week == 0 || price != thing.prices().get(week - 1)) {
            events.add(PriceChanged.of(SOURCE, sku(thing), WEB, money(price), at(week * WEEK, 0)));
        }
        if (week == 0 || !thing.costs().get(week).equals(thing.costs().get(week - 1))) {
            events.add(CostChanged.of(SOURCE, sku(thing), money(thing.costs().get(week)), at(week * WEEK, 1)));
        }
        for (int day = week * WEEK; day < (week + 1) * WEEK; day++) {
            sold(thing, day, shop.wanted(thing, day, price), price, events);
        }
    }

    /** A Monday morning, weeks counted from the end of the history. */
    void monday(int week) {
        clock.set(at((MoneyShop.HISTORY_WEEKS + week) * WEEK, 6));
    }

    static LocalDate date(int week) {
        return FIRST.plusWeeks(MoneyShop.HISTORY_WEEKS + week);
    }

    Twin twin() {
        return twin;
    }

    /** What can be sold now, whatever is promised already. */
    void counted(Thing thing, int units) {
        var header = EventHeader.of(SOURCE, EntityKind.STOCK, "count:" + sku(thing), clock.instant());
        twin.accept(new StockCounted(
                header, sku(thing), NODE, StockKind.SELLABLE, CountBasis.AVAILABLE, Quantity.of(units)));
    }

    void priced(Thing thing, double price) {
        twin.accept(PriceChanged.of(SOURCE, sku(thing), WEB, money(price), clock.instant()));
    }

    /** What was sold on days of the week that began. */
    void sold(Thing thing, int day, int units, double price) {
        var events = new ArrayList<TwinEvent>();
        sold(thing, day, units, price, events);
        events.forEach(twin::accept);
    }

    private static void sold(Thing thing, int day, int units, double price, List<TwinEvent> events) {
        if (units > 0) {
            var line = OrderLine.of("1", sku(thing), Quantity.of(units), money(price), TaxMode.NET);
            events.add(OrderPlaced.of(SOURCE, OrderId.of(thing.number() + "/" + day), WEB, at(day, 12), line));
        }
    }

    static Sku sku(Thing thing) {
        return Sku.of("thing-" + thing.number());
    }

    static Money money(double amount) {
        return Money.of(BigDecimal.valueOf(Math.round(100 * amount), 2).toPlainString(), "EUR");
    }

    private static Instant at(int day, int hour) {
        return FIRST.plusDays(day).atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        twin.close();
    }
}
