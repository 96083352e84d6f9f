package dev.storetwin.shopify;

import dev.storetwin.event.OrderTotals;
import dev.storetwin.type.Amount;
import java.util.Optional;

/** Reads an order's own sums, which are kept as they are: they need not be the sums of the lines. */
final class OrderTotalsReader {

    private OrderTotalsReader() {}

    static Shape declare(Shape order) {
        return order.readsMoney("subtotal_price", "OrderPlaced.totals.goods")
                .readsMoney("total_shipping_price", "OrderPlaced.totals.shipping")
                .readsMoney("total_price", "OrderPlaced.totals.total.gross")
                .readsMoney("total_tax", "OrderPlaced.totals.total.tax")
                .readsMoney("total_discounts", "OrderPlaced.totals.discount")
                .readsMoney("current_subtotal_price", "OrderEdited.totals.goods")
                .readsMoney("current_shipping_price", "OrderEdited.totals.shipping")
                .readsMoney("current_total_price", "OrderEdited.totals.total.gross")
                .readsMoney("current_total_tax", "OrderEdited.totals.total.tax")
                .readsMoney("current_total_discounts", "OrderEdited.totals.discount")
                .leaves("before discounts, which the lines say", "total_line_items_price total_line_items_price_set")
                .leaves("remainders of paying in coins", "total_cash_rounding_payment_adjustment_set")
                .leaves("remainders of paying in coins", "total_cash_rounding_refund_adjustment_set")
                .leaves("follows from total, payments and refunds", "total_outstanding total_outstanding_set")
                .leaves("a gift to staff, not for goods", "total_tip_received total_tip_received_set");
    }

    static OrderTotals asPlaced(Json order, Cash cash) {
        return read(order, cash, "", "total_shipping_price");
    }

    /** Unknown once something was refunded: the current sums then lack the refund too, which is a fact of its own. */
    static OrderTotals asEdited(Json order, Cash cash) {
        return order.each("refunds").isEmpty()
                ? read(order, cash, "current_", "current_shipping_price")
                : OrderTotals.UNKNOWN;
    }

    private static OrderTotals read(Json order, Cash cash, String prefix, String shipping) {
        return new OrderTotals(
                cash.amount(cash.money(order, prefix + "subtotal_price"), Optional.empty()),
                cash.amount(cash.money(order, shipping), Optional.empty()),
                new Amount(
                        Optional.empty(),
                        cash.money(order, prefix + "total_price"),
                        cash.money(order, prefix + "total_tax")),
                cash.money(order, prefix + "total_discounts"));
    }
}
