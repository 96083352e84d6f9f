package dev.storetwin.event;

import dev.storetwin.type.OrderId;

/** What happens to a customer's order. All events of one order are one document. */
public sealed interface OrderEvent extends TwinEvent
        permits OrderPlaced,
                OrderEdited,
                OrderRouted,
                OrderCancelled,
                OrderRefunded,
                ReturnUpdated,
                ItemsReturned,
                ItemsRestocked,
                PaymentRecorded {

    OrderId order();

    @Override
    default Entity document() {
        return new Entity(EntityKind.ORDER, order().value());
    }
}
