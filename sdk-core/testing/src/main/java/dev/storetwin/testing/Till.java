package dev.storetwin.testing;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.LineKind;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.OrderTotals;
import dev.storetwin.type.Amount;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Place;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SubjectId;
import dev.storetwin.type.TaxMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Where wishes become orders, as far as the shelves allow. Demand beyond them is lost and leaves no event. */
final class Till {

    private static final BigDecimal TAX = new BigDecimal("0.20");
    private static final Money FREE_SHIPPING_FROM = Money.of("50", "EUR");
    private static final Money SHIPPING = Money.of("4.90", "EUR");
    private static final long FIRST_ORDER = 100_001;

    /** So many units of one SKU, wanted by somebody. */
    record Wanted(Sku sku, long units) {}

    /**
     * Somebody with a full basket.
     *
     * @param subject  who it is, by token
     * @param counter  where they stand, when they take the goods with them
     * @param nodes    where goods for them are looked for, in order
     * @param shipTo   where parcels go
     */
    record Basket(
            Channel channel,
            Optional<SubjectId> subject,
            Optional<NodeId> counter,
            List<NodeId> nodes,
            Optional<Place> shipTo,
            List<Wanted> wanted) {}

    private final ShopLog log;
    private final Shelves shelves;
    private final PriceBoard board;
    private long nextOrder = FIRST_ORDER;
    private Takings takings;

    Till(ShopLog log, Shelves shelves, PriceBoard board, Currency currency) {
        this.log = log;
        this.shelves = shelves;
        this.board = board;
        this.takings = new Takings(0, 0, 0, Money.zero(currency), Money.zero(currency));
    }

    Takings takings() {
        return takings;
    }

    /** Empty when nothing of the basket is there. */
    Optional<Sale> ring(Basket basket) {
        var lines = new ArrayList<Sale.Line>();
        for (var wanted : basket.wanted()) {
            line(basket, wanted, lines.size() + 1).ifPresent(lines::add);
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var sale = new Sale(OrderId.of("O-" + nextOrder++), basket.channel(), basket.counter(), lines);
        takings = takings.withOrder();
        lines.forEach(this::book);
        log.write(placed(basket, sale));
        return Optional.of(sale);
    }

    private Optional<Sale.Line> line(Basket basket, Wanted wanted, int number) {
        var sku = wanted.sku();
        var tag = board.tag(sku, basket.channel());
        var node = shelves.nodeFor(sku, wanted.units(), basket.nodes());
        long units =
                node.map(it -> Math.min(wanted.units(), shelves.free(sku, it))).orElse(0L);
        takings = takings.withLost(wanted.units() - units);
        return tag.flatMap(price -> node.map(
                from -> new Sale.Line(Integer.toString(number), sku, units, from, price.price(), price.campaign())));
    }

    private void book(Sale.Line line) {
        shelves.reserve(line.sku(), line.node(), line.units());
        var cost = board.cost(line.sku())
                .map(it -> it.times(Quantity.of(line.units())))
                .orElseGet(() -> Money.zero(line.unitPrice().currency()));
        takings = takings.withSold(line.units(), line.total(), cost);
    }

    private OrderPlaced placed(Basket basket, Sale sale) {
        var goods =
                sale.lines().stream().map(Sale.Line::total).reduce(Money::plus).orElseThrow();
        var shipping = shipping(sale, goods);
        var totals =
                new OrderTotals(withTax(goods), withTax(shipping), withTax(goods.plus(shipping)), Optional.empty());
        return new OrderPlaced(
                log.header(EntityKind.ORDER, sale.order().value()),
                sale.order(),
                basket.channel(),
                basket.subject(),
                basket.shipTo(),
                TaxMode.NET,
                sale.lines().stream().map(Till::orderLine).toList(),
                totals);
    }

    private static Money shipping(Sale sale, Money goods) {
        boolean isFree = !goods.currency().equals(SHIPPING.currency())
                || sale.nodes().stream().allMatch(sale::isTakenAlong)
                || goods.compareTo(FREE_SHIPPING_FROM) >= 0;
        return isFree ? Money.zero(goods.currency()) : SHIPPING;
    }

    private static OrderLine orderLine(Sale.Line line) {
        return new OrderLine(
                line.id(),
                LineKind.GOODS,
                line.sku(),
                Quantity.of(line.units()),
                Optional.of(line.unitPrice()),
                withTax(line.total()),
                Optional.empty(),
                line.campaign().stream().toList(),
                Optional.of(line.node()));
    }

    static Amount withTax(Money net) {
        var tax = net.times(TAX).rounded();
        return new Amount(Optional.of(net), Optional.of(net.plus(tax)), Optional.of(tax));
    }
}
