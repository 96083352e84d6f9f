package dev.storetwin.event;

/** What happens between the node and the customer's door. */
public sealed interface ShipmentEvent extends TwinEvent
        permits ShipmentDispatched,
                ShipmentCancelled,
                CarrierScanned,
                ShipmentDelivered,
                DeliveryFailed,
                DeliveryPromised,
                OutageReported,
                CutOffChanged {}
