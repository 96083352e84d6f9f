package dev.storetwin.event;

import dev.storetwin.type.ShipmentId;

/**
 * The parcel will not reach the customer.
 *
 * @param reason lost, refused, returned to sender: in the carrier's words
 */
public record DeliveryFailed(EventHeader header, ShipmentId shipment, String reason) implements ShipmentEvent {}
