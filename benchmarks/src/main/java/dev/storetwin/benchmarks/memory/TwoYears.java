package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.OrderTotals;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.event.Visit;
import dev.storetwin.type.Amount;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.TaxMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two made-up years of a shop in layers, each a stream of events in the order of time: what is sold and at what price, what is counted, who
 * looks, what is ordered, and what is shipped.
 *
 * <p>On its busy days a pair of SKU and channel sells on one order line; orders hold up to three lines of one channel. Units are log-normal
 * about a median of two. Each pair gets a price twice a year, each SKU is counted at each node twice a year, and orders are shipped the next
 * day, the lines of an order from one node.
 */
final class TwoYears {

    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final int DAYS = 730;

    private static final int LINES = 3;
    private static final int HALF_YEAR = 182;
    private static final int HALF_YEARS = 4;

    private final MadeUpShop shop;
    private final Draws draws;
    private final SparseDays sold;
    private final SparseDays viewed;

    private TwoYears(MadeUpShop shop, Draws draws, SparseDays sold, SparseDays viewed) {
        this.shop = shop;
        this.draws = draws;
        this.sold = sold;
        this.viewed = viewed;
    }

    /** @param deciles shares of days with sales, as in {@link SparseDays}; a pair is looked at on as many other days */
    static TwoYears of(long seed, MadeUpShop shop, double[] deciles) {
        var draws = Draws.of(seed);
        int pairs = shop.skus().size() * shop.channels().size();
        return new TwoYears(
                shop,
                draws,
                SparseDays.of(draws, "sold", deciles, pairs, DAYS),
                SparseDays.of(draws, "viewed", deciles, pairs, DAYS));
    }

    MadeUpShop shop() {
        return shop;
    }

    int pairs() {
        return shop.skus().size() * shop.channels().size();
    }

    /** Days with sales of all pairs. */
    long soldCells() {
        return sold.cells();
    }

    Iterator<TwinEvent> catalog() {
        return flat(shop.skus().size(), this::described);
    }

    private List<TwinEvent> described(int index) {
        var events = new ArrayList<TwinEvent>();
        var sku = shop.skus().get(index);
        events.add(VariantUpserted.of(
                MadeUpShop.SOURCE, sku, "Thing number " + index, "category-" + index % 100, at(0, 0)));
        for (int half = 0; half < HALF_YEARS; half++) {
            for (int i = 0; i < shop.channels().size(); i++) {
                var id = "p" + half + "-" + index + "-" + i;
                var draw = draws.keyed("price", id, half);
                events.add(new PriceChanged(
                        header(EntityKind.PRICE, id, at(half * HALF_YEAR, index)),
                        sku,
                        shop.channels().get(i),
                        MadeUpShop.any(shop.prices(), draw),
                        Optional.empty(),
                        TaxMode.GROSS));
            }
        }
        return events;
    }

    Iterator<TwinEvent> counts() {
        return flat(HALF_YEARS * shop.skus().size(), place -> {
            int half = place / shop.skus().size();
            int index = place % shop.skus().size();
            var moment = at(half * HALF_YEAR, index);
            return shop.nodes().stream()
                    .<TwinEvent>map(node -> StockCounted.of(
                            MadeUpShop.SOURCE, shop.skus().get(index), node, Quantity.of(5_000), moment))
                    .toList();
        });
    }

    /** One view on each viewed day: a day with more views is kept in about as many bytes. */
    Iterator<TwinEvent> views() {
        return flat(DAYS, day -> {
            var keys = viewed.keys(day);
            return IntStream.range(0, keys.length)
                    .<TwinEvent>mapToObj(place -> view(day, place, keys[place]))
                    .toList();
        });
    }

    private ProductViewed view(int day, int place, int pair) {
        var draw = draws.keyed("view", "", (long) day << Integer.SIZE | pair);
        var visit = new Visit(MadeUpShop.any(shop.sessions(), draw), Optional.empty(), channel(pair));
        return new ProductViewed(header(EntityKind.SESSION, "v" + day + "-" + place, at(day, place)), visit, sku(pair));
    }

    Iterator<TwinEvent> orders() {
        return flat(
                DAYS, day -> baskets(day).stream().<TwinEvent>map(this::placed).toList());
    }

    Iterator<TwinEvent> shipments() {
        return flat(
                DAYS, day -> baskets(day).stream().<TwinEvent>map(this::shipped).toList());
    }

    /** Each day what was ordered on it and then what was ordered the day before and leaves now. */
    Iterator<TwinEvent> ordersAndShipments() {
        return flat(DAYS + 1, day -> Stream.concat(
                        day < DAYS ? baskets(day).stream().<TwinEvent>map(this::placed) : Stream.empty(),
                        day > 0 ? baskets(day - 1).stream().<TwinEvent>map(this::shipped) : Stream.empty())
                .toList());
    }

    private record Basket(int day, int number, List<Integer> pairs) {

        OrderId order() {
            return OrderId.of("o" + day + "-" + number);
        }
    }

    private List<Basket> baskets(int day) {
        var open = new ArrayList<List<Integer>>();
        shop.channels().forEach(it -> open.add(new ArrayList<>()));
        var baskets = new ArrayList<Basket>();
        for (int pair : sold.keys(day)) {
            int channel = pair % open.size();
            open.get(channel).add(pair);
            if (open.get(channel).size() == LINES) {
                baskets.add(new Basket(day, baskets.size(), open.get(channel)));
                open.set(channel, new ArrayList<>());
            }
        }
        open.stream().filter(it -> !it.isEmpty()).forEach(it -> baskets.add(new Basket(day, baskets.size(), it)));
        return baskets;
    }

    private OrderPlaced placed(Basket basket) {
        var lines = new ArrayList<OrderLine>();
        var total = Money.zero(MadeUpShop.CURRENCY);
        for (int i = 0; i < basket.pairs().size(); i++) {
            int pair = basket.pairs().get(i);
            var price = shop.prices().get(pair % shop.prices().size());
            var quantity = units(basket, pair);
            lines.add(OrderLine.of(lineId(i), sku(pair), quantity, price, TaxMode.GROSS));
            total = total.plus(price.times(quantity));
        }
        var id = basket.order();
        return new OrderPlaced(
                header(EntityKind.ORDER, id.value(), at(basket.day(), basket.number())),
                id,
                channel(basket.pairs().get(0)),
                Optional.of(shop.shoppers()
                        .get(basket.pairs().get(0) % shop.shoppers().size())),
                Optional.empty(),
                TaxMode.GROSS,
                lines,
                new OrderTotals(Amount.ofGross(total), Amount.UNKNOWN, Amount.ofGross(total), Optional.empty()));
    }

    private ShipmentDispatched shipped(Basket basket) {
        var lines = IntStream.range(0, basket.pairs().size())
                .mapToObj(i -> new LineQuantity(
                        lineId(i),
                        sku(basket.pairs().get(i)),
                        units(basket, basket.pairs().get(i))))
                .toList();
        var id = ShipmentId.of("s" + basket.day() + "-" + basket.number());
        return new ShipmentDispatched(
                header(EntityKind.SHIPMENT, id.value(), at(basket.day() + 1, basket.number())),
                id,
                Optional.of(basket.order()),
                shop.nodes().get(basket.number() % shop.nodes().size()),
                lines,
                Optional.empty(),
                Optional.empty());
    }

    private static String lineId(int place) {
        return Integer.toString(place + 1);
    }

    private Quantity units(Basket basket, int pair) {
        Draw draw = draws.keyed("units", "", (long) basket.day() << Integer.SIZE | pair);
        return Quantity.of(Math.max(1, Math.round(2 * StrictMath.exp(.8 * draw.nextGaussian()))));
    }

    private Sku sku(int pair) {
        return shop.skus().get(pair / shop.channels().size());
    }

    private Channel channel(int pair) {
        return shop.channels().get(pair % shop.channels().size());
    }

    private static EventHeader header(EntityKind kind, String id, Instant at) {
        return EventHeader.of(MadeUpShop.SOURCE, id, new Entity(kind, id), at);
    }

    private static Instant at(int day, int place) {
        return FIRST.plusDays(day).atTime(8, 0).toInstant(ZoneOffset.UTC).plus(Duration.ofMillis(place % 36_000_000));
    }

    private static Iterator<TwinEvent> flat(int count, IntFunction<List<TwinEvent>> events) {
        return IntStream.range(0, count).mapToObj(events).flatMap(List::stream).iterator();
    }
}
