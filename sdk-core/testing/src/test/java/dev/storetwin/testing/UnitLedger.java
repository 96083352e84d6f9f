package dev.storetwin.testing;

import dev.storetwin.event.GoodsReceived;
import dev.storetwin.event.ItemsRestocked;
import dev.storetwin.event.ShipmentCancelled;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.StockAdjusted;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.StockReclassified;
import dev.storetwin.event.TransferDispatched;
import dev.storetwin.event.TransferReceived;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Units added up the plain way from all that happened, for comparison: what a shelf was last counted to hold, plus what came after, less what
 * went. It knows no documents and no order of arrival.
 */
final class UnitLedger {

    private record Shelf(Sku sku, NodeId node, StockKind kind) {}

    private record Entry(Shelf shelf, Instant at, Quantity units) {}

    private final List<Entry> counts = new ArrayList<>();
    private final List<Entry> moves = new ArrayList<>();

    private UnitLedger() {}

    static UnitLedger of(List<TwinEvent> events) {
        var ledger = new UnitLedger();
        var stayed = events.stream()
                .filter(ShipmentCancelled.class::isInstance)
                .map(it -> ((ShipmentCancelled) it).shipment())
                .collect(Collectors.toSet());
        events.forEach(it -> ledger.book(it, stayed));
        return ledger;
    }

    /** Of several counts at one moment the largest stands; what moves at that moment is in them. */
    Quantity level(Sku sku, NodeId node, StockKind kind) {
        var shelf = new Shelf(sku, node, kind);
        var counted = counts.stream()
                .filter(it -> it.shelf().equals(shelf))
                .reduce((one, other) -> isLater(one, other) ? one : other);
        return moves.stream()
                .filter(it -> it.shelf().equals(shelf))
                .filter(it -> counted.map(count -> it.at().isAfter(count.at())).orElse(true))
                .map(Entry::units)
                .reduce(counted.map(Entry::units).orElse(Quantity.ZERO), Quantity::plus);
    }

    private static boolean isLater(Entry one, Entry other) {
        int byTime = one.at().compareTo(other.at());
        return byTime != 0 ? byTime > 0 : one.units().compareTo(other.units()) > 0;
    }

    private void book(TwinEvent event, Set<ShipmentId> stayed) {
        var at = event.header().occurredAt();
        if (event instanceof StockCounted it) {
            counts.add(new Entry(new Shelf(it.sku(), it.node(), it.kind()), at, it.quantity()));
        } else if (event instanceof GoodsReceived it) {
            it.lines().forEach(line -> move(line.sku(), it.node(), it.kind(), at, line.quantity()));
        } else if (event instanceof TransferReceived it) {
            it.lines().forEach(line -> move(line.sku(), it.node(), StockKind.SELLABLE, at, line.quantity()));
        } else if (event instanceof TransferDispatched it) {
            it.lines()
                    .forEach(line -> move(
                            line.sku(),
                            it.from(),
                            StockKind.SELLABLE,
                            at,
                            line.quantity().negated()));
        } else if (event instanceof StockAdjusted it) {
            move(it.sku(), it.node(), it.kind(), at, it.delta());
        } else if (event instanceof StockReclassified it) {
            move(it.sku(), it.node(), it.from(), at, it.quantity().negated());
            move(it.sku(), it.node(), it.to(), at, it.quantity());
        } else if (event instanceof ItemsRestocked it) {
            it.lines().forEach(line -> move(line.sku(), it.node(), it.kind(), at, line.quantity()));
        } else if (event instanceof ShipmentDispatched it && !stayed.contains(it.shipment())) {
            it.lines()
                    .forEach(line -> move(
                            line.sku(),
                            it.node(),
                            StockKind.SELLABLE,
                            at,
                            line.quantity().negated()));
        }
    }

    private void move(Sku sku, NodeId node, StockKind kind, Instant at, Quantity units) {
        moves.add(new Entry(new Shelf(sku, node, kind), at, units));
    }
}
