package dev.storetwin.testing;

import dev.storetwin.event.CountBasis;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.GoodsReceived;
import dev.storetwin.event.PurchaseLine;
import dev.storetwin.event.PurchaseOrderCancelled;
import dev.storetwin.event.PurchaseOrderPlaced;
import dev.storetwin.event.SkuQuantity;
import dev.storetwin.event.StockAdjusted;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.StockReclassified;
import dev.storetwin.event.StockReserved;
import dev.storetwin.event.TransferDispatched;
import dev.storetwin.event.TransferReceived;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.PurchaseOrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.TransferId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Counts, adjustments, reservations, purchases and transfers. */
final class StockStories {

    private StockStories() {}

    static Arbitrary<Story> any() {
        return Arbitraries.oneOf(counts(), movements(), purchases(), transfers());
    }

    /** Everything but counts: units only move, none is reset. */
    static Arbitrary<Story> movements() {
        return Arbitraries.oneOf(adjustments(), reclassifications(), reservations(), receipts());
    }

    private static Arbitrary<Story> counts() {
        return counts(Arbitraries.of(CountBasis.class));
    }

    /** Counts of what is there, whoever it is promised to. */
    static Arbitrary<Story> physicalCounts() {
        return counts(Arbitraries.just(CountBasis.ON_HAND));
    }

    private static Arbitrary<Story> counts(Arbitrary<CountBasis> bases) {
        return Combinators.combine(
                        Town.skus(),
                        Town.nodes(),
                        Town.minutes(),
                        Arbitraries.of(StockKind.SELLABLE, StockKind.SELLABLE, StockKind.DAMAGED),
                        bases,
                        Arbitraries.integers().between(-2, 20).map(Quantity::of))
                .as((sku, node, minute, kind, basis, units) -> number -> List.of(new StockCounted(
                        Town.header(EntityKind.STOCK, "count-" + number, minute), sku, node, kind, basis, units)));
    }

    private static Arbitrary<Story> adjustments() {
        return Combinators.combine(
                        Town.skus(),
                        Town.nodes(),
                        Town.minutes(),
                        Arbitraries.integers().between(-3, 3).map(Quantity::of))
                .as((sku, node, minute, delta) -> number -> List.of(new StockAdjusted(
                        Town.header(EntityKind.STOCK, "adjust-" + number, minute),
                        sku,
                        node,
                        StockKind.SELLABLE,
                        delta,
                        "found or lost")));
    }

    private static Arbitrary<Story> reclassifications() {
        return Combinators.combine(Town.skus(), Town.nodes(), Town.minutes(), Town.units(3))
                .as((sku, node, minute, units) -> number -> List.of(new StockReclassified(
                        Town.header(EntityKind.STOCK, "move-" + number, minute),
                        sku,
                        node,
                        StockKind.SELLABLE,
                        StockKind.DAMAGED,
                        units)));
    }

    /** Set aside, and perhaps changed or released later. */
    private static Arbitrary<Story> reservations() {
        return Combinators.combine(
                        Town.skus(),
                        Town.nodes(),
                        Town.minutes(),
                        Town.units(4).list().ofMinSize(1).ofMaxSize(3))
                .as((sku, node, minute, units) -> number -> {
                    var events = new ArrayList<TwinEvent>();
                    for (int i = 0; i < units.size(); i++) {
                        var header = Town.header(EntityKind.RESERVATION, "held-" + number, minute + i * 60);
                        events.add(new StockReserved(header, sku, node, units.get(i)));
                    }
                    return events;
                });
    }

    private static Arbitrary<Story> receipts() {
        return Combinators.combine(Town.skus(), Town.nodes(), Town.minutes(), Town.units(9))
                .as((sku, node, minute, units) -> number -> List.of(new GoodsReceived(
                        Town.header(EntityKind.RECEIPT, "receipt-" + number, minute),
                        Optional.empty(),
                        node,
                        StockKind.SELLABLE,
                        List.of(new SkuQuantity(sku, units)))));
    }

    /** A purchase order, perhaps changed, received in parts or given up. */
    static Arbitrary<Story> purchases() {
        return Combinators.combine(
                        Town.skus().list().uniqueElements().ofMinSize(1).ofMaxSize(2),
                        Town.nodes(),
                        Town.minutes(),
                        Arbitraries.integers().between(1, 12),
                        Town.units(8).list().ofMaxSize(3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((skus, node, minute, units, parts, changed, cancelled) ->
                        number -> purchase("po-" + number, skus, node, minute, units, parts, changed, cancelled));
    }

    private static List<TwinEvent> purchase(
            String id,
            List<Sku> skus,
            NodeId node,
            int minute,
            int units,
            List<Quantity> parts,
            boolean changed,
            boolean cancelled) {
        var order = PurchaseOrderId.of(id);
        var events = new ArrayList<TwinEvent>();
        events.add(purchased(order, skus, node, minute, units));
        if (changed) {
            events.add(purchased(order, skus.subList(0, 1), node, minute + 20, units + 1));
        }
        for (int i = 0; i < parts.size(); i++) {
            var line = new SkuQuantity(skus.get(i % skus.size()), parts.get(i));
            events.add(new GoodsReceived(
                    Town.header(EntityKind.RECEIPT, id + ":" + i, minute + 100 + i * 60),
                    Optional.of(order),
                    node,
                    StockKind.SELLABLE,
                    List.of(line)));
        }
        if (cancelled) {
            var header = Town.header(EntityKind.PURCHASE_ORDER, id, minute + 600);
            events.add(new PurchaseOrderCancelled(header, order, "discontinued"));
        }
        return events;
    }

    private static PurchaseOrderPlaced purchased(
            PurchaseOrderId order, List<Sku> skus, NodeId node, int minute, int units) {
        return new PurchaseOrderPlaced(
                Town.header(EntityKind.PURCHASE_ORDER, order.value(), minute),
                order,
                Optional.empty(),
                node,
                skus.stream()
                        .map(it -> new PurchaseLine(it, Quantity.of(units), Optional.empty()))
                        .toList(),
                Optional.of(Town.at(minute + 2_000)));
    }

    /** Goods on their way from one node to the other, arriving in parts. */
    static Arbitrary<Story> transfers() {
        return Combinators.combine(
                        Town.skus(),
                        Arbitraries.of(0, 1),
                        Town.minutes(),
                        Town.units(6),
                        Town.units(3).list().ofMaxSize(2))
                .as((sku, from, minute, units, parts) ->
                        number -> transfer("transfer-" + number, sku, from, minute, units, parts));
    }

    private static List<TwinEvent> transfer(
            String id, Sku sku, int from, int minute, Quantity units, List<Quantity> parts) {
        var transfer = TransferId.of(id);
        var events = new ArrayList<TwinEvent>();
        events.add(new TransferDispatched(
                Town.header(EntityKind.TRANSFER, id, minute),
                transfer,
                Town.NODES.get(from),
                Town.NODES.get(1 - from),
                List.of(new SkuQuantity(sku, units)),
                Optional.empty()));
        for (int i = 0; i < parts.size(); i++) {
            events.add(new TransferReceived(
                    Town.header(EntityKind.TRANSFER, id + ":" + i, minute + 200 + i * 60),
                    transfer,
                    Town.NODES.get(1 - from),
                    List.of(new SkuQuantity(sku, parts.get(i)))));
        }
        return events;
    }
}
