package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Personal;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.ShippingService;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Goods left a node. On-hand falls now, not when the order was placed. With an order it is one document with it.
 *
 * @param order    whom it is for
 * @param node     where it left
 * @param lines    what is in it
 * @param service  how it travels
 * @param tracking the carrier's number; personal, since it leads to an address
 */
public record ShipmentDispatched(
        EventHeader header,
        ShipmentId shipment,
        Optional<OrderId> order,
        NodeId node,
        List<LineQuantity> lines,
        Optional<ShippingService> service,
        Optional<Personal> tracking)
        implements ShipmentEvent {

    public ShipmentDispatched {
        lines = List.copyOf(lines);
    }

    /** An order's goods, without carrier. */
    public static ShipmentDispatched of(
            Source source, ShipmentId shipment, OrderId order, NodeId node, Instant occurredAt, LineQuantity... lines) {
        var header = EventHeader.of(source, EntityKind.SHIPMENT, shipment.value(), occurredAt);
        return new ShipmentDispatched(
                header, shipment, Optional.of(order), node, List.of(lines), Optional.empty(), Optional.empty());
    }

    @Override
    public Entity document() {
        return order.map(it -> new Entity(EntityKind.ORDER, it.value())).orElseGet(header::entity);
    }
}
