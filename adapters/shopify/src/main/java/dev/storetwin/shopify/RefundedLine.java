package dev.storetwin.shopify;

import dev.storetwin.event.LineQuantity;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of a refund and what became of its goods.
 *
 * @param location where they were put back
 * @param json     the line itself
 */
record RefundedLine(String lineId, Sku sku, Quantity quantity, Fate fate, Optional<String> location, Json json) {

    /** What became of refunded goods. */
    enum Fate {
        /** They never left and never will. */
        CANCELLED,
        /** They came back and are in stock again. */
        RETURNED,
        /** The customer has them, or nobody says. */
        KEPT
    }

    static final Shape SHAPE = Shape.of("refund line")
            .reads("line_item_id", "OrderRefunded.lines.lineId, and of the cancelled, returned and restocked lines")
            .reads("quantity", "OrderRefunded.lines.quantity, and of the cancelled, returned and restocked lines")
            .reads("restock_type", "whether the goods were cancelled, returned or kept")
            .reads("location_id", "ItemsRestocked.node")
            .readsMoney("subtotal", "OrderRefunded.lines.amount")
            .readsMoney("total_tax", "OrderRefunded.lines.amount.tax")
            .part(
                    "line_item",
                    LineNames.declare(Shape.of("line of the order"), "OrderRefunded.lines.sku")
                            .reads("fulfillment_status", "whether goods that were not put back had left")
                            .leavesRest("a copy of the order's line, of which only the name is needed"))
            .leaves("part of a calculation, not of a refund", "price discounted_price discounted_total_price")
            .leaves("part of a calculation, not of a refund", "total_cart_discount_amount maximum_refundable_quantity")
            .leaves("nothing refers to it", "id");

    static List<RefundedLine> read(Json refund) {
        var lines = new ArrayList<RefundedLine>();
        for (var line : refund.each("refund_line_items")) {
            lines.add(read(line, lines.size()));
        }
        return lines;
    }

    private static RefundedLine read(Json line, int index) {
        var lineId = LineNames.lineId(line.id("line_item_id"), index);
        var item = line.at("line_item");
        return new RefundedLine(
                lineId,
                item.isPresent() ? LineNames.sku(item) : LineNames.ofLine(lineId),
                LineNames.quantity(line, "quantity"),
                fate(line, item),
                line.id("location_id"),
                line);
    }

    /**
     * What Shopify does with stock: {@code cancel} frees what had not left, {@code return} takes back what had. The other two do not say
     * whether it had, so the line does: once refunded, what has not left never will.
     */
    private static Fate fate(Json line, Json item) {
        boolean left = !item.isPresent() || item.text("fulfillment_status").isPresent();
        return switch (line.text("restock_type").orElse("")) {
            case "cancel" -> Fate.CANCELLED;
            case "return" -> Fate.RETURNED;
            case "legacy_restock" -> left ? Fate.RETURNED : Fate.CANCELLED;
            case "no_restock" -> left ? Fate.KEPT : Fate.CANCELLED;
            default -> Fate.KEPT;
        };
    }

    LineQuantity toLineQuantity() {
        return new LineQuantity(lineId, sku, quantity);
    }
}
