package dev.storetwin.shopify;

import dev.storetwin.event.OrderLine;
import dev.storetwin.type.Amount;
import dev.storetwin.type.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what an order's edits took away. A line says what was ordered and what is current; what is missing in between was refunded, which
 * the refunds tell, or edited away.
 */
final class OrderEdits {

    private OrderEdits() {}

    /** All lines after the edits; empty when there were none. */
    static Optional<List<OrderLine>> of(Json order, List<OrderLine> placed) {
        var refunded = refunded(order);
        var after = new ArrayList<OrderLine>();
        for (var line : order.each("line_items")) {
            var before = placed.get(after.size());
            var left = LineNames.optionalQuantity(line, "current_quantity")
                    .map(current -> current.plus(refunded.getOrDefault(before.lineId(), Quantity.ZERO)))
                    .orElse(before.quantity());
            after.add(with(before, left.orZero().min(before.quantity())));
        }
        return after.equals(placed) ? Optional.empty() : Optional.of(after);
    }

    private static Map<String, Quantity> refunded(Json order) {
        var byLine = new HashMap<String, Quantity>();
        for (var refund : order.each("refunds")) {
            for (var line : RefundedLine.read(refund)) {
                byLine.merge(line.lineId(), line.quantity(), Quantity::plus);
            }
        }
        return byLine;
    }

    /** What the smaller line costs, Shopify does not say. */
    private static OrderLine with(OrderLine line, Quantity quantity) {
        return quantity.equals(line.quantity())
                ? line
                : new OrderLine(
                        line.lineId(),
                        line.kind(),
                        line.sku(),
                        quantity,
                        line.unitPrice(),
                        Amount.UNKNOWN,
                        Optional.empty(),
                        line.promotions(),
                        line.node());
    }
}
