package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.PurchaseOrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Goods arrived from a supplier.
 *
 * @param purchaseOrder the order they belong to, where known; it is then one document with it
 * @param node          where they arrived
 * @param kind          as what they were booked
 */
public record GoodsReceived(
        EventHeader header,
        Optional<PurchaseOrderId> purchaseOrder,
        NodeId node,
        StockKind kind,
        List<SkuQuantity> lines)
        implements SupplyEvent {

    public GoodsReceived {
        lines = List.copyOf(lines);
    }

    /** Sellable units of one SKU, with or without a purchase order. */
    public static GoodsReceived of(
            Source source,
            Optional<PurchaseOrderId> purchaseOrder,
            Sku sku,
            NodeId node,
            Quantity quantity,
            Instant occurredAt) {
        var id = purchaseOrder.map(PurchaseOrderId::value).orElse("") + ":" + sku + "@" + node + "@" + occurredAt;
        var header = EventHeader.of(source, EntityKind.RECEIPT, id, occurredAt);
        return new GoodsReceived(
                header, purchaseOrder, node, StockKind.SELLABLE, List.of(new SkuQuantity(sku, quantity)));
    }

    @Override
    public Entity document() {
        return purchaseOrder
                .map(it -> new Entity(EntityKind.PURCHASE_ORDER, it.value()))
                .orElseGet(header::entity);
    }
}
