package dev.storetwin.event;

import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;

/**
 * So much of one order line.
 *
 * @param lineId   the line within the order
 * @param sku      what it sells; lets the fact stand alone when the order is not known yet
 * @param quantity how much, not negative
 */
public record LineQuantity(String lineId, Sku sku, Quantity quantity) {

    public LineQuantity {
        if (quantity.isNegative()) {
            throw new IllegalArgumentException(
                    "Line %s of %s counts %s, expected a quantity that is not negative.\nMaybe the sign says the direction already."
                            .formatted(lineId, sku, quantity));
        }
    }
}
