package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.PurchaseOrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SupplierId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The shop ordered from a supplier. A newer version replaces the older.
 *
 * @param node       where it will arrive
 * @param expectedAt when the supplier promises it
 */
public record PurchaseOrderPlaced(
        EventHeader header,
        PurchaseOrderId purchaseOrder,
        Optional<SupplierId> supplier,
        NodeId node,
        List<PurchaseLine> lines,
        Optional<Instant> expectedAt)
        implements SupplyEvent {

    public PurchaseOrderPlaced {
        lines = List.copyOf(lines);
    }

    /** One SKU for one node. */
    public static PurchaseOrderPlaced of(
            Source source,
            PurchaseOrderId purchaseOrder,
            Sku sku,
            NodeId node,
            Quantity quantity,
            Instant occurredAt,
            Optional<Instant> expectedAt) {
        var header = EventHeader.of(source, EntityKind.PURCHASE_ORDER, purchaseOrder.value(), occurredAt);
        var line = new PurchaseLine(sku, quantity, Optional.empty());
        return new PurchaseOrderPlaced(header, purchaseOrder, Optional.empty(), node, List.of(line), expectedAt);
    }
}
