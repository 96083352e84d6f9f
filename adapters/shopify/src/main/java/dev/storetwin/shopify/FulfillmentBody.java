package dev.storetwin.shopify;

import dev.storetwin.event.DeliveryFailed;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.ShipmentCancelled;
import dev.storetwin.event.ShipmentDelivered;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Personal;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.ShippingService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A fulfillment: goods of an order that left a location, or did not after all. It stands alone or within its order. */
final class FulfillmentBody implements BodyTranslator {

    private static final Set<String> NOT_LEFT = Set.of("cancelled", "failure", "error");

    /** Fulfillments name the carrier, never which of its services. */
    private static final String ANY_SERVICE = "unspecified";

    private static final Shape LINE = LineNames.declare(Shape.of("line of the order"), "ShipmentDispatched.lines.sku")
            .reads("id", "ShipmentDispatched.lines.lineId")
            .reads("quantity", "ShipmentDispatched.lines.quantity")
            .leavesRest("a copy of the order's line, of which only name and quantity are needed");

    static final Shape SHAPE = Shape.of("fulfillment")
            .identified("ShipmentDispatched.shipment, ShipmentCancelled.shipment")
            .reads("order_id", "ShipmentDispatched.order, ShipmentCancelled.order")
            .reads("status", "whether it is dispatched or cancelled")
            .reads("created_at", "ShipmentDispatched.occurredAt")
            .reads("updated_at", "version; ShipmentCancelled.occurredAt, ShipmentDelivered.occurredAt")
            .reads("location_id", "ShipmentDispatched.node")
            .reads("tracking_company", "ShipmentDispatched.service.carrier")
            .reads("tracking_number", "ShipmentDispatched.tracking, personal")
            .reads("shipment_status", "ShipmentDelivered, DeliveryFailed.reason")
            .each("line_items", LINE)
            .leaves(
                    "all say the same as `tracking_number`",
                    "tracking_numbers tracking_url tracking_urls tracking_info")
            .leaves("where it goes; the order says it", "destination")
            .leaves("where it came from; `locations/*` say it", "origin_address")
            .leaves("who packs it; the location says it", "service")
            .leaves("another name of it", "name")
            .leaves("who counts the stock, and who is told", "variant_inventory_management notify_customer");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json fulfillment, Facts facts) {
        translate(fulfillment, Optional.empty(), facts);
    }

    static void translate(Json fulfillment, Optional<OrderId> within, Facts facts) {
        var id = ShipmentId.of(fulfillment.ownId());
        var order = OrderReference.find(fulfillment, "order_id", within);
        if (fulfillment.text("status").filter(NOT_LEFT::contains).isPresent()) {
            var header = header(ShipmentCancelled.class, fulfillment, id, changedAt(fulfillment, facts), facts);
            facts.add(new ShipmentCancelled(header, id, order));
            return;
        }
        facts.add(dispatched(fulfillment, id, order, facts));
        arrived(fulfillment, id, facts).ifPresent(facts::add);
    }

    private static ShipmentDispatched dispatched(
            Json fulfillment, ShipmentId id, Optional<OrderId> order, Facts facts) {
        var leftAt = fulfillment.moment("created_at").orElse(changedAt(fulfillment, facts));
        return new ShipmentDispatched(
                header(ShipmentDispatched.class, fulfillment, id, leftAt, facts),
                id,
                order,
                LineNames.node(fulfillment.id("location_id"), facts.options()),
                lines(fulfillment),
                fulfillment.as("tracking_company", CarrierId::of).map(it -> new ShippingService(it, ANY_SERVICE)),
                fulfillment.text("tracking_number").map(Personal::of));
    }

    private static List<LineQuantity> lines(Json fulfillment) {
        var lines = new ArrayList<LineQuantity>();
        for (var line : fulfillment.each("line_items")) {
            var lineId = LineNames.lineId(line.id("id"), lines.size());
            lines.add(new LineQuantity(lineId, LineNames.sku(line), LineNames.quantity(line, "quantity")));
        }
        return lines;
    }

    /** The end of the way. The way itself is told by {@code fulfillment_events/*}. */
    private static Optional<TwinEvent> arrived(Json fulfillment, ShipmentId id, Facts facts) {
        var at = changedAt(fulfillment, facts);
        return switch (fulfillment.text("shipment_status").orElse("")) {
            case "delivered" ->
                Optional.of(new ShipmentDelivered(header(ShipmentDelivered.class, fulfillment, id, at, facts), id));
            case "failure" ->
                Optional.of(
                        new DeliveryFailed(header(DeliveryFailed.class, fulfillment, id, at, facts), id, "failure"));
            default -> Optional.empty();
        };
    }

    private static EventHeader header(
            Class<? extends TwinEvent> fact, Json fulfillment, ShipmentId id, Instant at, Facts facts) {
        var version = SourceVersion.at(changedAt(fulfillment, facts));
        return facts.header(fact, EntityKind.SHIPMENT, id.value(), at, version);
    }

    private static Instant changedAt(Json fulfillment, Facts facts) {
        return fulfillment
                .moment("updated_at")
                .or(() -> fulfillment.moment("created_at"))
                .orElse(facts.moment());
    }
}
