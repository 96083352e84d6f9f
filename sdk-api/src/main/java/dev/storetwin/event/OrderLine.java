package dev.storetwin.event;

import dev.storetwin.type.Amount;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.PromotionId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.TaxMode;
import java.util.List;
import java.util.Optional;

/**
 * One line of an order, with the platform's own totals. The total is not unit price times quantity on every platform, so it is kept.
 *
 * @param lineId     unique within the order
 * @param kind       what it sells
 * @param sku        what was ordered
 * @param quantity   how much was ordered, not negative
 * @param unitPrice  as shown, before discounts
 * @param total      for the whole line after discounts
 * @param discount   the line's share of all discounts, not negative
 * @param promotions campaigns that the discount came from
 * @param node       where it will be taken from, when the platform already says
 */
public record OrderLine(
        String lineId,
        LineKind kind,
        Sku sku,
        Quantity quantity,
        Optional<Money> unitPrice,
        Amount total,
        Optional<Money> discount,
        List<PromotionId> promotions,
        Optional<NodeId> node) {

    public OrderLine {
        promotions = List.copyOf(promotions);
        if (quantity.isNegative()) {
            throw new IllegalArgumentException("""
                    Line %s of %s orders %s, expected a quantity that is not negative.
                    Maybe it is a cancellation or a return, which have events of their own.""".formatted(lineId, sku, quantity));
        }
    }

    /** Goods at a unit price, the total being their product. */
    public static OrderLine of(String lineId, Sku sku, Quantity quantity, Money unitPrice, TaxMode mode) {
        return new OrderLine(
                lineId,
                LineKind.GOODS,
                sku,
                quantity,
                Optional.of(unitPrice),
                Amount.of(unitPrice.times(quantity), mode),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public OrderLine from(NodeId origin) {
        return new OrderLine(lineId, kind, sku, quantity, unitPrice, total, discount, promotions, Optional.of(origin));
    }
}
