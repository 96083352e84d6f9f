package dev.storetwin.core.state;

import dev.storetwin.event.ShipmentCancelled;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.StockAdjusted;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockReclassified;
import dev.storetwin.event.StockReserved;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.List;

/** What counts, adjustments, reservations and shipments without an order add to the stock accounts. */
final class StockFold {

    private StockFold() {}

    static List<LedgerEntry> entries(Document document) {
        var entries = new ArrayList<LedgerEntry>();
        var cancelled = document.newest(ShipmentCancelled.class).isPresent();
        for (var fact : document.facts()) {
            if (fact instanceof StockCounted count) {
                entries.add(counted(count));
            } else if (fact instanceof StockAdjusted adjusted) {
                entries.add(
                        moved(adjusted, adjusted.sku(), adjusted.node(), Bucket.of(adjusted.kind()), adjusted.delta()));
            } else if (fact instanceof StockReclassified moved) {
                entries.add(moved(
                        moved,
                        moved.sku(),
                        moved.node(),
                        Bucket.of(moved.from()),
                        moved.quantity().negated()));
                entries.add(moved(moved, moved.sku(), moved.node(), Bucket.of(moved.to()), moved.quantity()));
            } else if (fact instanceof StockReserved reserved) {
                entries.add(moved(reserved, reserved.sku(), reserved.node(), Bucket.RESERVED, reserved.quantity()));
            } else if (fact instanceof ShipmentDispatched shipped && !cancelled) {
                shipped.lines()
                        .forEach(line -> entries.add(moved(
                                shipped,
                                line.sku(),
                                shipped.node(),
                                Bucket.SELLABLE,
                                line.quantity().negated())));
            }
        }
        return entries;
    }

    private static LedgerEntry counted(StockCounted count) {
        var header = count.header();
        var entry = StockEntry.count(
                header.occurredAt(), Bucket.of(count.kind()), count.basis(), count.quantity(), header.version());
        return new LedgerEntry.Stock(count.sku(), count.node(), entry);
    }

    static LedgerEntry moved(TwinEvent fact, Sku sku, NodeId node, Bucket bucket, Quantity delta) {
        var header = fact.header();
        return new LedgerEntry.Stock(
                sku, node, StockEntry.movement(header.occurredAt(), bucket, delta, header.version()));
    }
}
