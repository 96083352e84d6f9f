package dev.storetwin.event;

import dev.storetwin.type.OrderId;
import dev.storetwin.type.ShipmentId;
import java.util.Optional;

/** A shipment did not leave after all; its goods are back on the shelf. */
public record ShipmentCancelled(EventHeader header, ShipmentId shipment, Optional<OrderId> order)
        implements ShipmentEvent {

    @Override
    public Entity document() {
        return order.map(it -> new Entity(EntityKind.ORDER, it.value())).orElseGet(header::entity);
    }
}
