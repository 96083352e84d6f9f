package dev.storetwin.shopify;

import dev.storetwin.event.CarrierScanned;
import dev.storetwin.event.DeliveryFailed;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.EventKey;
import dev.storetwin.event.ScanKind;
import dev.storetwin.event.ShipmentDelivered;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.ShipmentId;

/** A fulfillment event: what the carrier saw on the way. Each is a fact that never changes, so its id is its own. */
final class FulfillmentEventBody implements BodyTranslator {

    static final Shape SHAPE = Places.declare(Shape.of("fulfillment event"), "CarrierScanned.place")
            .identified("CarrierScanned.entity")
            .reads("fulfillment_id", "CarrierScanned.shipment, ShipmentDelivered.shipment, DeliveryFailed.shipment")
            .reads("status", "CarrierScanned.kind and message, ShipmentDelivered, DeliveryFailed.reason")
            .reads("happened_at", "occurredAt and version")
            .reads("created_at", "occurredAt and version, where there is no `happened_at`")
            .leaves("the shipment leads to it", "order_id")
            .leaves("finer than planning needs", "city")
            .leaves("the carrier's guess; the twin makes its own", "estimated_delivery_at")
            .leaves("it never changes", "updated_at");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json event, Facts facts) {
        facts.add(fact(event, header(event, facts), shipment(event)));
    }

    private static TwinEvent fact(Json event, EventHeader header, ShipmentId shipment) {
        var status = event.text("status").orElse("unknown");
        return switch (status) {
            case "delivered", "picked_up" -> new ShipmentDelivered(header, shipment);
            case "failure" -> new DeliveryFailed(header, shipment, status);
            default -> new CarrierScanned(header, shipment, kind(status), Places.read(event), status);
        };
    }

    private static ScanKind kind(String status) {
        return switch (status) {
            case "label_printed", "label_purchased", "confirmed" -> ScanKind.LABEL_CREATED;
            case "carrier_picked_up" -> ScanKind.ACCEPTED;
            case "in_transit" -> ScanKind.IN_TRANSIT;
            case "out_for_delivery" -> ScanKind.OUT_FOR_DELIVERY;
            case "attempted_delivery" -> ScanKind.ATTEMPTED;
            case "ready_for_pickup" -> ScanKind.AVAILABLE_FOR_PICKUP;
            case "delayed" -> ScanKind.EXCEPTION;
            default -> ScanKind.OTHER;
        };
    }

    static ShipmentId shipment(Json event) {
        return event.id("fulfillment_id")
                .map(ShipmentId::of)
                .orElseThrow(() -> event.malformed("fulfillment_id", "Expected the id of the fulfillment."));
    }

    static EventKey key(Json event, Facts facts) {
        return new EventKey(facts.options().source(), "fulfillment_event/" + event.ownId());
    }

    private static EventHeader header(Json event, Facts facts) {
        var at =
                event.moment("happened_at").or(() -> event.moment("created_at")).orElse(facts.moment());
        return facts.header(key(event, facts), EntityKind.SHIPMENT, entity(event), at);
    }

    /** Several scans of a shipment stand side by side. */
    static String entity(Json event) {
        return shipment(event) + ":" + event.ownId();
    }
}
