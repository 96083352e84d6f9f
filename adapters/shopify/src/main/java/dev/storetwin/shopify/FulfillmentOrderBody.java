package dev.storetwin.shopify;

import dev.storetwin.event.DeliveryPromised;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderRouted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fulfillment orders: which lines of an order which location is to send. A body tells of one, of several that a move or a split made, or
 * lists them. Webhooks mostly name the fulfillment order and its status alone, without order and lines; these are left.
 */
final class FulfillmentOrderBody implements BodyTranslator {

    /** Nothing will be taken from there any more. */
    private static final Set<String> OVER = Set.of("closed", "cancelled");

    private static final List<String> PARTS = List.of(
            "fulfillment_order",
            "original_fulfillment_order",
            "moved_fulfillment_order",
            "remaining_fulfillment_order",
            "replacement_fulfillment_order",
            "submitted_fulfillment_order",
            "unsubmitted_fulfillment_order");

    private static final Shape LINE = Shape.of("line of a fulfillment order")
            .reads("line_item_id", "OrderRouted.lines.lineId")
            .reads("quantity", "OrderRouted.lines.quantity")
            .reads("variant_id", "OrderRouted.lines.sku")
            .reads("inventory_item_id", "OrderRouted.lines.sku, where there is no variant")
            .leavesRest("fulfillments say what has left, and at what price the order");

    private static final Shape DELIVERY = Shape.of("delivery method")
            .reads("min_delivery_date_time", "DeliveryPromised.earliest")
            .reads("max_delivery_date_time", "DeliveryPromised.latest")
            .leavesRest("how it is delivered, in the shop's own terms");

    private static final Shape PART = Shape.of("fulfillment order")
            .identified("OrderRouted.entity, DeliveryPromised.entity")
            .reads("order_id", "OrderRouted.order, DeliveryPromised.order")
            .reads("assigned_location_id", "OrderRouted.node")
            .reads("status", "OrderRouted.lines: none once it is closed or cancelled")
            .reads("updated_at", "OrderRouted.occurredAt and version")
            .each("line_items", LINE)
            .part("delivery_method", DELIVERY)
            .leaves("where it goes; the order says it", "destination")
            .leaves("`locations/*` say it", "assigned_location")
            .leavesRest("how the work is asked for, held and dated; the goods stay assigned");

    static final Shape SHAPE = shapeOfAll()
            .each("fulfillment_orders", PART)
            .leavesRest("who asked for what and why; the fulfillment orders say what came of it");

    private static Shape shapeOfAll() {
        var shape = Shape.of("fulfillment orders");
        for (var part : PARTS) {
            shape = shape.part(part, PART);
        }
        return shape;
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json body, Facts facts) {
        PARTS.stream().map(body::at).filter(Json::isPresent).forEach(part -> translatePart(part, facts));
        body.each("fulfillment_orders").forEach(part -> translatePart(part, facts));
    }

    private static void translatePart(Json part, Facts facts) {
        var id = part.ownId();
        var order = part.id("order_id").map(OrderId::of);
        if (order.isEmpty()) {
            facts.leave("It names a fulfillment order, but neither its order nor its lines.");
            return;
        }
        var at = part.moment("updated_at").orElse(facts.moment());
        routed(part, id, order.get(), at, facts).ifPresent(facts::add);
        promised(part.at("delivery_method"), id, order.get(), at, facts).ifPresent(facts::add);
    }

    private static Optional<TwinEvent> routed(Json part, String id, OrderId order, Instant at, Facts facts) {
        return part.id("assigned_location_id").map(location -> {
            var header = facts.header(OrderRouted.class, EntityKind.ROUTING, id, at);
            return new OrderRouted(header, order, LineNames.node(Optional.of(location), facts.options()), lines(part));
        });
    }

    private static List<LineQuantity> lines(Json part) {
        if (part.text("status").filter(OVER::contains).isPresent()) {
            return List.of();
        }
        var lines = new ArrayList<LineQuantity>();
        for (var line : part.each("line_items")) {
            var lineId = LineNames.lineId(line.id("line_item_id"), lines.size());
            lines.add(new LineQuantity(lineId, sku(line, lineId), LineNames.quantity(line, "quantity")));
        }
        return lines;
    }

    private static Sku sku(Json line, String lineId) {
        return line.id("variant_id")
                .map(LineNames::ofVariant)
                .or(() -> line.id("inventory_item_id").map(LineNames::ofInventoryItem))
                .orElseGet(() -> LineNames.ofLine(lineId));
    }

    private static Optional<TwinEvent> promised(Json delivery, String id, OrderId order, Instant at, Facts facts) {
        return delivery.moment("max_delivery_date_time").map(latest -> {
            var header = facts.header(DeliveryPromised.class, EntityKind.DELIVERY_PROMISE, id, at);
            var earliest = delivery.moment("min_delivery_date_time");
            return new DeliveryPromised(header, order, earliest, latest, Optional.empty(), Optional.empty());
        });
    }
}
