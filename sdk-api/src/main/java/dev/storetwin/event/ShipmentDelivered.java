package dev.storetwin.event;

import dev.storetwin.type.ShipmentId;

/** The parcel reached the customer. */
public record ShipmentDelivered(EventHeader header, ShipmentId shipment) implements ShipmentEvent {}
