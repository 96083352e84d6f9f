package dev.storetwin.shopify;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.ReturnStage;
import dev.storetwin.event.ReturnUpdated;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.ReturnId;
import java.util.ArrayList;
import java.util.List;

/** A return: asked for, approved, declined, cancelled or closed. What really came back, its refund tells. */
final class ReturnBody implements BodyTranslator {

    private static final Shape ORDER = Shape.of("order of a return").identified("ReturnUpdated.order");

    private static final Shape ITEM = LineNames.declare(Shape.of("line of the order"), "ReturnUpdated.lines.sku")
            .identified("ReturnUpdated.lines.lineId")
            .leavesRest("a copy of the order's line, of which only the name is needed");

    private static final Shape LINE = Shape.of("line of a return")
            .reads("quantity", "ReturnUpdated.lines.quantity")
            .reads("return_reason", "ReturnUpdated.reason")
            .part(
                    "fulfillment_line_item",
                    Shape.of("line of a fulfillment")
                            .part("line_item", ITEM)
                            .leavesRest("the order's line within says it"))
            .leavesRest("how the return is handled; its refund tells the goods and the money");

    private static final Shape DECLINE = Shape.of("decline").reads("reason", "ReturnUpdated.reason");

    static final Shape SHAPE = Shape.of("return")
            .identified("ReturnUpdated.returnId")
            .reads("order_id", "ReturnUpdated.order")
            .reads("status", "ReturnUpdated.stage")
            .part("order", ORDER)
            .part("decline", DECLINE)
            .each("return_line_items", LINE)
            .leaves("how many there are, the lines say", "total_return_line_items total_exchange_line_items")
            .leaves("another name of it", "name")
            .leaves("the order's next body holds what is sent instead", "exchange_line_items")
            .leaves("what it costs; its refund says it", "return_shipping_fees restocking_fees");

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public void translate(Json body, Facts facts) {
        var id = ReturnId.of(body.ownId());
        var order = order(body);
        var header = facts.header(ReturnUpdated.class, EntityKind.RETURN, id.value(), facts.moment());
        facts.add(new ReturnUpdated(header, order, id, stage(body), lines(body), reason(body)));
    }

    private static OrderId order(Json body) {
        var order = body.at("order");
        return OrderReference.read(
                body,
                "order_id",
                order.id("id").or(() -> order.id("admin_graphql_api_id")).map(OrderId::of));
    }

    private static ReturnStage stage(Json body) {
        return switch (body.text("status").orElse("")) {
            case "requested" -> ReturnStage.REQUESTED;
            case "open" -> ReturnStage.APPROVED;
            case "declined" -> ReturnStage.DECLINED;
            case "canceled", "cancelled" -> ReturnStage.CANCELLED;
            case "closed" -> ReturnStage.CLOSED;
            default ->
                throw body.malformed("status", "Expected how far the return is, such as requested, open or closed.");
        };
    }

    private static List<LineQuantity> lines(Json body) {
        var lines = new ArrayList<LineQuantity>();
        for (var line : body.each("return_line_items")) {
            var item = line.at("fulfillment_line_item").at("line_item");
            var lineId = LineNames.lineId(item.id("id").or(() -> item.id("admin_graphql_api_id")), lines.size());
            var sku = LineNames.find(item).orElseGet(() -> LineNames.ofLine(lineId));
            lines.add(new LineQuantity(lineId, sku, LineNames.quantity(line, "quantity")));
        }
        return lines;
    }

    private static String reason(Json body) {
        return body.at("decline")
                .text("reason")
                .or(() -> body.each("return_line_items").stream()
                        .flatMap(line -> line.text("return_reason").stream())
                        .findFirst())
                .orElse("");
    }
}
