package dev.storetwin.shopify;

import dev.storetwin.type.Amount;
import dev.storetwin.type.Money;

/** Reads how much of a refund was for delivery, which newer bodies tell in lines and older ones in adjustments. */
final class RefundedShipping {

    private static final String SHIPPING = "shipping_refund";

    static final Shape LINE = Shape.of("refunded delivery")
            .readsMoney("subtotal_amount", "OrderRefunded.shipping")
            .leaves("a copy of the order's delivery line", "id shipping_line_id shipping_line");

    static final Shape ADJUSTMENT = Shape.of("adjustment")
            .reads("kind", "whether it is for delivery; other adjustments are within the total")
            .readsMoney("amount", "OrderRefunded.shipping, where there are no lines for it; negative")
            .readsMoney("tax_amount", "OrderRefunded.shipping.tax; negative")
            .leaves("nothing refers to it", "id order_id refund_id reason");

    private RefundedShipping() {}

    static Amount read(Json refund, Cash cash) {
        var byLine = cash.sum(refund.each("refund_shipping_lines"), "subtotal_amount");
        var adjustments = refund.each("order_adjustments").stream()
                .filter(it -> it.text("kind").filter(SHIPPING::equals).isPresent())
                .toList();
        var sum = byLine.or(() -> cash.sum(adjustments, "amount").map(Money::negated));
        return cash.amount(sum, cash.sum(adjustments, "tax_amount").map(Money::negated));
    }
}
