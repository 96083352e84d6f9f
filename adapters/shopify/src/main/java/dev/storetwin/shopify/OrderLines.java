package dev.storetwin.shopify;

import dev.storetwin.event.LineKind;
import dev.storetwin.event.OrderLine;
import dev.storetwin.type.Amount;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of one order as they were ordered. Shopify gives no total of a line: it is the unit price times the quantity less the line's
 * share of all discounts, which Shopify gives to the cent. Tax stands beside it, and the net where Shopify gives one.
 */
final class OrderLines {

    private static final Shape ALLOCATION = Shape.of("discount allocation")
            .readsMoney("amount", "OrderPlaced.lines.discount")
            .reads("discount_application_index", "OrderPlaced.lines.promotions")
            .leaves("the index leads to it", "discount_application");

    private static final Shape TAX = Shape.of("tax line")
            .readsMoney("price", "OrderPlaced.lines.total.tax")
            .leaves("tells how tax came about; its sum is kept", "title source jurisdiction uuid");

    static final Shape SHAPE = LineNames.declare(Shape.of("order line"), "OrderPlaced.lines.sku")
            .reads("id", "OrderPlaced.lines.lineId")
            .reads("quantity", "OrderPlaced.lines.quantity")
            .reads("current_quantity", "OrderEdited.lines.quantity")
            .readsMoney("price", "OrderPlaced.lines.unitPrice; times quantity, less discount, the line's total")
            .readsMoney("pre_tax_price", "OrderPlaced.lines.total.net")
            .readsMoney("total_discount", "OrderPlaced.lines.discount, where there are no allocations")
            .reads("gift_card", "OrderPlaced.lines.kind")
            .reads("requires_shipping", "OrderPlaced.lines.kind")
            .reads("tip_payment_gateway", "OrderPlaced.lines.kind")
            .each("discount_allocations", ALLOCATION)
            .each("tax_lines", TAX)
            .leaves("`fulfillments` and `refunds` say it as facts", "fulfillable_quantity fulfillment_status")
            .leaves("the variant's own words; `products/*` say it", "name title variant_title vendor grams")
            .leaves("the variant's own words; `products/*` say it", "product_exists variant_inventory_management")
            .leaves("who packs it; the fulfillment's location says it", "fulfillment_service")
            .leaves("addresses of seller and buyer", "origin_location destination_location")
            .leaves("how bundled or recurring lines hang together", "sales_line_item_group_id line_item_group")
            .leaves("how bundled or recurring lines hang together", "parent_line_item_id selling_plan_allocation")
            .leaves("how bundled or recurring lines hang together", "parent_relationship")
            .leaves("how the price is shown", "unit_price_measurement compare_at_price")
            .leaves("`discount_allocations` say it", "applied_discount applied_discounts")
            .leaves("a tip is told by `tip_payment_gateway`", "tip_payment_method");

    private final Cash cash;
    private final Promotions promotions;
    private final Optional<NodeId> origin;
    private final Set<String> ids = new HashSet<>();

    private OrderLines(Cash cash, Promotions promotions, Optional<NodeId> origin) {
        this.cash = cash;
        this.promotions = promotions;
        this.origin = origin;
    }

    static List<OrderLine> read(Json order, Cash cash, Optional<NodeId> origin) {
        var reader = new OrderLines(cash, Promotions.of(order), origin);
        var lines = new ArrayList<OrderLine>();
        for (var line : order.each("line_items")) {
            lines.add(reader.read(line, lines.size()));
        }
        return lines;
    }

    private OrderLine read(Json line, int index) {
        var quantity = LineNames.quantity(line, "quantity");
        var unitPrice = cash.money(line, "price");
        var discount = discount(line);
        return new OrderLine(
                uniqueId(LineNames.lineId(line.id("id"), index), index),
                kind(line),
                LineNames.sku(line),
                quantity,
                unitPrice,
                total(line, unitPrice, quantity, discount),
                discount,
                promotions.of(line.each("discount_allocations")),
                origin);
    }

    private String uniqueId(String id, int index) {
        return ids.add(id) ? id : id + "#" + index;
    }

    private static LineKind kind(Json line) {
        if (line.flag("gift_card").orElse(false)) {
            return LineKind.GIFT_CARD;
        }
        if (line.text("tip_payment_gateway").isPresent()) {
            return LineKind.TIP;
        }
        return line.flag("requires_shipping").orElse(true) ? LineKind.GOODS : LineKind.SERVICE;
    }

    private Optional<Money> discount(Json line) {
        return cash.sum(line.each("discount_allocations"), "amount").or(() -> cash.money(line, "total_discount"));
    }

    private Amount total(Json line, Optional<Money> unitPrice, Quantity quantity, Optional<Money> discount) {
        var sum = unitPrice.map(price -> less(price.times(quantity), discount, line));
        var amount = cash.amount(sum, cash.sum(line.each("tax_lines"), "price"));
        return cash.money(line, "pre_tax_price")
                .map(net -> new Amount(Optional.of(net), amount.gross(), amount.tax()))
                .orElse(amount);
    }

    private static Money less(Money price, Optional<Money> discount, Json line) {
        return discount.map(off -> Cash.plus(Optional.of(price), off.negated(), line, "price"))
                .orElse(price);
    }
}
