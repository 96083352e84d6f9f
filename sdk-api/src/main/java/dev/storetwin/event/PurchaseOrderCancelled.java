package dev.storetwin.event;

import dev.storetwin.type.PurchaseOrderId;

/** What of a purchase order has not arrived will not arrive. */
public record PurchaseOrderCancelled(EventHeader header, PurchaseOrderId purchaseOrder, String reason)
        implements SupplyEvent {

    @Override
    public Entity document() {
        return new Entity(EntityKind.PURCHASE_ORDER, purchaseOrder.value());
    }
}
