package dev.storetwin.core.state;

import dev.storetwin.event.ItemsRestocked;
import dev.storetwin.event.ItemsReturned;
import dev.storetwin.event.LineKind;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderEdited;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.OrderRefunded;
import dev.storetwin.event.OrderRouted;
import dev.storetwin.event.ShipmentCancelled;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.state.LineState;
import dev.storetwin.state.OrderStage;
import dev.storetwin.state.OrderState;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one order adds to sales, stock and customers.
 *
 * <p>How it works: the lines of the newest snapshot stand. What was cancelled and shipped is summed per line over all facts, so a cancel
 * without lines simply takes what is left. Units that a shipment took were reserved at its node from the moment of the order; what is still
 * open is reserved, from that moment too, where it was routed to, else at the node that the line names, or at none yet.
 */
final class OrderFold {

    private final OrderId order;
    private final Document document;
    private final Folding folding;
    private final Optional<OrderPlaced> placed;
    private final List<ShipmentDispatched> shipments;
    private final List<OrderCancelled> cancellations;
    private final List<OrderLine> goods;

    OrderFold(OrderId order, Document document, Folding folding) {
        this.order = order;
        this.document = document;
        this.folding = folding;
        this.placed = document.newest(OrderPlaced.class);
        this.shipments = shipments(document);
        this.cancellations = document.facts(OrderCancelled.class);
        this.goods = goods();
    }

    private static List<ShipmentDispatched> shipments(Document document) {
        var cancelled = document.facts(ShipmentCancelled.class).stream()
                .map(ShipmentCancelled::shipment)
                .collect(Collectors.toSet());
        return document.facts(ShipmentDispatched.class).stream()
                .filter(it -> !cancelled.contains(it.shipment()))
                .toList();
    }

    List<LedgerEntry> entries() {
        var entries = new ArrayList<LedgerEntry>();
        shipments.forEach(it -> shipped(it, entries));
        document.facts(ItemsRestocked.class).forEach(it -> restocked(it, entries));
        placed.ifPresent(it -> sold(it, entries));
        if (stage() != OrderStage.CANCELLED) {
            entries.addAll(DeliveryFold.promised(order, document, shipments, goods(), folding));
        }
        return entries;
    }

    private void shipped(ShipmentDispatched shipment, List<LedgerEntry> entries) {
        for (var line : shipment.lines()) {
            var out = line.quantity().negated();
            entries.add(StockFold.moved(shipment, line.sku(), shipment.node(), Bucket.SELLABLE, out));
            placed.ifPresent(it -> {
                entries.add(StockFold.moved(it, line.sku(), shipment.node(), Bucket.RESERVED, line.quantity()));
                entries.add(StockFold.moved(shipment, line.sku(), shipment.node(), Bucket.RESERVED, out));
            });
        }
    }

    private void restocked(ItemsRestocked fact, List<LedgerEntry> entries) {
        fact.lines()
                .forEach(line -> entries.add(
                        StockFold.moved(fact, line.sku(), fact.node(), Bucket.of(fact.kind()), line.quantity())));
    }

    private void sold(OrderPlaced parent, List<LedgerEntry> entries) {
        for (var line : goods) {
            var state = state(line);
            var routes = new Routes(line, document.facts(OrderRouted.class), shipments);
            sale(parent, line, state, entries);
            routes.take(
                    state.open(),
                    (node, units) -> entries.add(StockFold.moved(parent, line.sku(), node, Bucket.RESERVED, units)));
            releases(parent, line, state, routes, entries);
        }
        document.facts(ItemsReturned.class).forEach(it -> returned(parent, it, entries));
        boolean calledOff = stage() == OrderStage.CANCELLED;
        parent.subject()
                .ifPresent(it -> entries.add(
                        calledOff
                                ? new LedgerEntry.CalledOff(it, order, calledOffAt(parent))
                                : new LedgerEntry.Purchase(
                                        it, order, parent.header().occurredAt(), revenue(entries))));
    }

    private long calledOffAt(OrderPlaced parent) {
        var last = cancellations.isEmpty() ? parent : cancellations.get(cancellations.size() - 1);
        return EpochNanos.nanos(last.header().occurredAt());
    }

    private static long revenue(List<LedgerEntry> entries) {
        return entries.stream()
                .mapToLong(it -> it instanceof LedgerEntry.Sale sale ? sale.revenue() : 0)
                .reduce(0, Math::addExact);
    }

    private void sale(OrderPlaced parent, OrderLine line, LineState state, List<LedgerEntry> entries) {
        var units = state.ordered().minus(state.cancelled()).orZero();
        if (units.isPositive()) {
            var day = folding.day(parent.header().occurredAt());
            var revenue = share(folding.revenue(line.total()), units, state.ordered());
            entries.add(new LedgerEntry.Sale(line.sku(), parent.channel(), day, units, revenue));
        }
    }

    private static long share(long whole, Quantity part, Quantity of) {
        if (part.equals(of)) {
            return whole;
        }
        return BigDecimal.valueOf(whole)
                .multiply(part.toBigDecimal())
                .divide(of.toBigDecimal(), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** What was cancelled was reserved until then, as far as it had not left. */
    private void releases(
            OrderPlaced parent, OrderLine line, LineState state, Routes routes, List<LedgerEntry> entries) {
        var unshipped = state.ordered().minus(state.shipped()).orZero();
        var held = state.cancelled().min(unshipped);
        if (held.isPositive() && !cancellations.isEmpty()) {
            var last = cancellations.get(cancellations.size() - 1);
            routes.take(held, (node, units) -> {
                entries.add(StockFold.moved(parent, line.sku(), node, Bucket.RESERVED, units));
                entries.add(StockFold.moved(last, line.sku(), node, Bucket.RESERVED, units.negated()));
            });
        }
    }

    private void returned(OrderPlaced parent, ItemsReturned fact, List<LedgerEntry> entries) {
        var day = folding.day(fact.header().occurredAt());
        fact.lines()
                .forEach(line ->
                        entries.add(new LedgerEntry.Return(line.sku(), parent.channel(), day, line.quantity())));
    }

    OrderState state() {
        var refunds = document.facts(OrderRefunded.class).stream()
                .flatMap(it -> it.amount().gross().or(() -> it.amount().net()).stream())
                .toList();
        return new OrderState(
                order,
                stage(),
                placed.map(OrderPlaced::channel),
                placed.flatMap(OrderPlaced::subject),
                placed.map(it -> it.header().occurredAt()),
                goods.stream().map(this::state).toList(),
                refunds);
    }

    private OrderStage stage() {
        var lines = goods.stream().map(this::state).toList();
        if (placed.isEmpty()) {
            return OrderStage.UNKNOWN;
        }
        boolean cancelled = cancellations.stream().anyMatch(OrderCancelled::isWhole) && shipments.isEmpty();
        if (cancelled || isAll(lines, it -> it.cancelled().compareTo(it.ordered()) >= 0)) {
            return OrderStage.CANCELLED;
        }
        if (isAll(lines, it -> it.open().isZero())) {
            return OrderStage.SHIPPED;
        }
        return shipments.isEmpty() ? OrderStage.PLACED : OrderStage.PARTLY_SHIPPED;
    }

    private static boolean isAll(List<LineState> lines, Predicate<LineState> test) {
        return !lines.isEmpty() && lines.stream().allMatch(test);
    }

    /** The lines that stand: of the newest snapshot, an edit winning over the order of the same version. */
    private List<OrderLine> goods() {
        var edited = document.newest(OrderEdited.class).filter(this::isCurrent).map(OrderEdited::lines);
        var lines = edited.or(() -> placed.map(OrderPlaced::lines)).orElse(List.of());
        return lines.stream().filter(it -> it.kind() == LineKind.GOODS).toList();
    }

    private boolean isCurrent(OrderEdited edit) {
        return placed.map(it -> edit.header().version().compareTo(it.header().version()) >= 0)
                .orElse(true);
    }

    private LineState state(OrderLine line) {
        if (document.size() == 1) {
            return new LineState(
                    line.lineId(), line.sku(), line.quantity(), Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);
        }
        var shipped = sum(shipments.stream().flatMap(it -> it.lines().stream()), line);
        var cancelled = sum(cancellations.stream().flatMap(it -> it.lines().stream()), line)
                .min(line.quantity());
        if (cancellations.stream().anyMatch(OrderCancelled::isWhole)) {
            cancelled = line.quantity().minus(shipped).orZero();
        }
        var returned = sum(document.facts(ItemsReturned.class).stream().flatMap(it -> it.lines().stream()), line);
        return new LineState(line.lineId(), line.sku(), line.quantity(), cancelled, shipped, returned);
    }

    private static Quantity sum(Stream<LineQuantity> quantities, OrderLine line) {
        return quantities
                .filter(it -> it.lineId().equals(line.lineId()))
                .map(LineQuantity::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }
}
