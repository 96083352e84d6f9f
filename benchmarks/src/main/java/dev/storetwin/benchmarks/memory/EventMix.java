package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.event.CountBasis;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.OrderTotals;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.event.Visit;
import dev.storetwin.type.Amount;
import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.TaxMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * A stream of made-up events: of 20 in a row 12 are views, 5 stock counts, 2 price changes and 1 an order of 3 lines. Each event depends
 * on the seed and its position alone, so any stretch can be made anywhere, twice, by any thread. Events come in the order of their time.
 */
final class EventMix {

    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private static final String KINDS = "VSVVPVSVVOVSVVSVPVSV";
    private static final int LINES = 3;

    private final MadeUpShop shop;
    private final Draws draws;
    private final Duration step;
    private final double skew;

    private EventMix(MadeUpShop shop, Draws draws, Duration step, double skew) {
        this.shop = shop;
        this.draws = draws;
        this.step = step;
        this.skew = skew;
    }

    /**
     * Over SKUs that are all equally busy.
     *
     * @param step from one event to the next, in whole microseconds
     */
    static EventMix of(long seed, MadeUpShop shop, Duration step) {
        return new EventMix(shop, Draws.of(seed), step, 0);
    }

    /**
     * The same with some SKUs busier than others.
     *
     * @param exponent the k-th busiest SKU is drawn about in proportion to k to the power of minus this; not 1, and 0 for all alike
     */
    EventMix skewed(double exponent) {
        return new EventMix(shop, draws, step, exponent);
    }

    MadeUpShop shop() {
        return shop;
    }

    /** What makes every key known before the stream starts: each SKU described and counted, each with a price in every channel. */
    Iterator<TwinEvent> opening() {
        return flat(shop.skus().size(), this::opened);
    }

    private List<TwinEvent> opened(long index) {
        var sku = shop.skus().get((int) index);
        var draw = draws.keyed("event-mix", "opening", index);
        var before = START.minus(Duration.ofDays(1));
        var events = new ArrayList<TwinEvent>();
        events.add(
                VariantUpserted.of(MadeUpShop.SOURCE, sku, "Thing number " + index, "category-" + index % 100, before));
        events.add(counted(sku, header(EntityKind.STOCK, "c-" + index, before), draw));
        for (int i = 0; i < shop.channels().size(); i++) {
            var header = header(EntityKind.PRICE, "p-" + index + "-" + i, before);
            events.add(new PriceChanged(
                    header, sku, shop.channels().get(i), price(draw), Optional.empty(), TaxMode.GROSS));
        }
        return events;
    }

    /** The events at positions {@code from} to before {@code until}, all in memory. */
    List<TwinEvent> between(long from, long until) {
        return LongStream.range(from, until).mapToObj(this::event).toList();
    }

    /** The same, made one by one as they are asked for. */
    Iterator<TwinEvent> stream(long from, long until) {
        return LongStream.range(from, until).mapToObj(this::event).iterator();
    }

    TwinEvent event(long position) {
        var draw = draws.keyed("event-mix", "", position);
        var at = START.plus(step.multipliedBy(position));
        return switch (KINDS.charAt((int) (position % KINDS.length()))) {
            case 'S' -> counted(sku(draw), header(EntityKind.STOCK, "c" + position, at), draw);
            case 'P' -> priced(header(EntityKind.PRICE, "p" + position, at), draw);
            case 'O' -> ordered(header(EntityKind.ORDER, "o" + position, at), draw);
            default -> viewed(header(EntityKind.SESSION, "v" + position, at), draw);
        };
    }

    private static EventHeader header(EntityKind kind, String id, Instant at) {
        return EventHeader.of(MadeUpShop.SOURCE, id, new Entity(kind, id), at);
    }

    private TwinEvent viewed(EventHeader header, Draw draw) {
        var visit = new Visit(
                MadeUpShop.any(shop.sessions(), draw), Optional.empty(), MadeUpShop.any(shop.channels(), draw));
        return new ProductViewed(header, visit, sku(draw));
    }

    private TwinEvent counted(Sku sku, EventHeader header, Draw draw) {
        var node = MadeUpShop.any(shop.nodes(), draw);
        return new StockCounted(
                header, sku, node, StockKind.SELLABLE, CountBasis.ON_HAND, Quantity.of(draw.nextInt(500)));
    }

    private TwinEvent priced(EventHeader header, Draw draw) {
        return new PriceChanged(
                header, sku(draw), MadeUpShop.any(shop.channels(), draw), price(draw), Optional.empty(), TaxMode.GROSS);
    }

    private TwinEvent ordered(EventHeader header, Draw draw) {
        var lines = new ArrayList<OrderLine>();
        var total = Money.zero(MadeUpShop.CURRENCY);
        for (int i = 1; i <= LINES; i++) {
            var price = price(draw);
            var quantity = Quantity.of(1 + draw.nextInt(3));
            lines.add(OrderLine.of(Integer.toString(i), sku(draw), quantity, price, TaxMode.GROSS));
            total = total.plus(price.times(quantity));
        }
        return new OrderPlaced(
                header,
                OrderId.of(header.entity().id()),
                MadeUpShop.any(shop.channels(), draw),
                Optional.of(MadeUpShop.any(shop.shoppers(), draw)),
                Optional.empty(),
                TaxMode.GROSS,
                lines,
                new OrderTotals(Amount.ofGross(total), Amount.UNKNOWN, Amount.ofGross(total), Optional.empty()));
    }

    private Money price(Draw draw) {
        return MadeUpShop.any(shop.prices(), draw);
    }

    /** By the inverse of the continuous power law over ranks, cut off at the last SKU. */
    private Sku sku(Draw draw) {
        int count = shop.skus().size();
        if (skew == 0) {
            return shop.skus().get(draw.nextInt(count));
        }
        double power = 1 - skew;
        double whole = StrictMath.pow(count + 1.0, power) - 1;
        double rank = StrictMath.pow(1 + draw.nextDouble() * whole, 1 / power);
        return shop.skus().get(Math.min(count - 1, (int) rank - 1));
    }

    private static Iterator<TwinEvent> flat(long count, LongFunction<Collection<TwinEvent>> events) {
        return LongStream.range(0, count)
                .mapToObj(events)
                .flatMap(Collection::stream)
                .iterator();
    }
}
