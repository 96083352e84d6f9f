package dev.storetwin.core.state;

import dev.storetwin.event.Entity;
import dev.storetwin.event.GoodsReceived;
import dev.storetwin.event.PurchaseOrderCancelled;
import dev.storetwin.event.PurchaseOrderPlaced;
import dev.storetwin.event.SkuQuantity;
import dev.storetwin.event.TransferDispatched;
import dev.storetwin.event.TransferReceived;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Inbound;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What purchase orders, receipts and transfers add to stock accounts and to what is on its way. */
final class SupplyFold {

    private SupplyFold() {}

    static List<LedgerEntry> entries(Entity id, Document document) {
        var entries = new ArrayList<LedgerEntry>();
        document.facts(GoodsReceived.class)
                .forEach(it -> received(it, it.node(), Bucket.of(it.kind()), it.lines(), entries));
        document.facts(TransferReceived.class)
                .forEach(it -> received(it, it.node(), Bucket.SELLABLE, it.lines(), entries));
        document.facts(TransferDispatched.class).forEach(it -> dispatched(it, entries));
        ordered(document).ifPresent(it -> open(id, document, it, entries));
        return entries;
    }

    private static void received(
            TwinEvent fact, NodeId node, Bucket bucket, List<SkuQuantity> lines, List<LedgerEntry> entries) {
        lines.forEach(line -> entries.add(StockFold.moved(fact, line.sku(), node, bucket, line.quantity())));
    }

    private static void dispatched(TransferDispatched fact, List<LedgerEntry> entries) {
        fact.lines()
                .forEach(line -> entries.add(StockFold.moved(
                        fact,
                        line.sku(),
                        fact.from(),
                        Bucket.SELLABLE,
                        line.quantity().negated())));
    }

    /** What was to come, to which node and when. */
    private record Ordered(NodeId node, List<SkuQuantity> lines, Instant since, Optional<Instant> expectedAt) {}

    private static Optional<Ordered> ordered(Document document) {
        var purchase = document.newest(PurchaseOrderPlaced.class)
                .map(it -> new Ordered(it.node(), lines(it), it.header().occurredAt(), it.expectedAt()));
        return purchase.or(() -> document.newest(TransferDispatched.class)
                .map(it -> new Ordered(it.to(), it.lines(), it.header().occurredAt(), it.expectedAt())));
    }

    private static List<SkuQuantity> lines(PurchaseOrderPlaced order) {
        return order.lines().stream()
                .map(line -> new SkuQuantity(line.sku(), line.quantity()))
                .toList();
    }

    private static void open(Entity id, Document document, Ordered ordered, List<LedgerEntry> entries) {
        var open = new TreeMap<Sku, Quantity>();
        ordered.lines().forEach(line -> open.merge(line.sku(), line.quantity(), Quantity::plus));
        document.facts(GoodsReceived.class).forEach(it -> arrived(it.lines(), open));
        document.facts(TransferReceived.class).forEach(it -> arrived(it.lines(), open));
        var receipts = document.facts(GoodsReceived.class).stream()
                .sorted(Comparator.comparing(it -> it.header().occurredAt()))
                .toList();
        boolean cancelled = document.newest(PurchaseOrderCancelled.class).isPresent();
        open.forEach((sku, quantity) -> {
            var missing = cancelled ? Quantity.ZERO : quantity.orZero();
            var inbound = new Inbound(missing, ordered.expectedAt(), Optional.of(ordered.since()));
            var arrived = halfArrived(sku, ordered, receipts);
            entries.add(new LedgerEntry.Arrival(sku, ordered.node(), id, ordered.since(), inbound, arrived));
        });
    }

    /** The moment from which half of what was ordered is there. */
    private static Optional<Instant> halfArrived(Sku sku, Ordered ordered, List<GoodsReceived> receipts) {
        long half = (units(sku, ordered.lines()) + 1) / 2;
        long there = 0;
        for (var receipt : receipts) {
            there += units(sku, receipt.lines());
            if (there >= half && there > 0) {
                return Optional.of(receipt.header().occurredAt());
            }
        }
        return Optional.empty();
    }

    private static long units(Sku sku, List<SkuQuantity> lines) {
        return lines.stream()
                .filter(it -> it.sku().equals(sku))
                .mapToLong(it -> it.quantity().thousandths())
                .sum();
    }

    private static void arrived(List<SkuQuantity> lines, Map<Sku, Quantity> open) {
        lines.forEach(line -> open.computeIfPresent(line.sku(), (sku, quantity) -> quantity.minus(line.quantity())));
    }
}
