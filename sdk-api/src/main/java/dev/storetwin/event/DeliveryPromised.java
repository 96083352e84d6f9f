package dev.storetwin.event;

import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.ShippingService;
import java.time.Instant;
import java.util.Optional;

/**
 * What the customer was told about the delivery. It is one document with the order.
 *
 * @param earliest first moment
 * @param latest   last moment
 * @param service  how it will travel
 * @param cost     what the carrier charges the shop
 */
public record DeliveryPromised(
        EventHeader header,
        OrderId order,
        Optional<Instant> earliest,
        Instant latest,
        Optional<ShippingService> service,
        Optional<Money> cost)
        implements ShipmentEvent {

    @Override
    public Entity document() {
        return new Entity(EntityKind.ORDER, order.value());
    }
}
