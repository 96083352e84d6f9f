package dev.storetwin.packaging.host;

import dev.storetwin.event.CostChanged;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Twelve things in four categories, sold for two months at two prices each. */
final class MadeUpShop {

    static final Channel WEB = Channel.of("web");
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private static final Source SOURCE = Source.of("made-up");
    private static final int SKUS = 12;
    private static final int DAYS = 60;

    private MadeUpShop() {}

    static Stream<Sku> skus() {
        return IntStream.range(0, SKUS).mapToObj(MadeUpShop::sku);
    }

    static Stream<TwinEvent> history() {
        return IntStream.range(0, SKUS).boxed().flatMap(it -> Stream.concat(facts(it), sales(it)));
    }

    private static Sku sku(int number) {
        return Sku.of("SKU-" + number);
    }

    private static Stream<TwinEvent> facts(int number) {
        var sku = sku(number);
        var first = day(0);
        return Stream.of(
                VariantUpserted.of(SOURCE, sku, "thing " + number, "C" + number % 4, first),
                CostChanged.of(SOURCE, sku, euros(4 + number), first),
                StockCounted.of(SOURCE, sku, NodeId.of("LEIPZIG"), Quantity.of(40L << number % 6), day(DAYS - 1)));
    }

    private static Stream<TwinEvent> sales(int number) {
        return IntStream.range(0, DAYS).boxed().flatMap(day -> {
            boolean cheap = day / 15 % 2 == 0;
            var price = euros((cheap ? 6 : 7) + 2 * number);
            var line = OrderLine.of("1", sku(number), Quantity.of(cheap ? 7 : 4), price, TaxMode.NET);
            var order = OrderId.of("%d-%d".formatted(number, day));
            return Stream.of(
                    PriceChanged.of(SOURCE, sku(number), WEB, price, day(day)),
                    OrderPlaced.of(SOURCE, order, WEB, day(day).plusSeconds(60), line));
        });
    }

    private static Instant day(int number) {
        return NOW.minus(Duration.ofDays(DAYS - number));
    }

    private static Money euros(int whole) {
        return Money.of(Integer.toString(whole), "EUR");
    }
}
