package dev.storetwin.event;

import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;

/**
 * So much of one SKU.
 *
 * @param sku      what
 * @param quantity how much, not negative
 */
public record SkuQuantity(Sku sku, Quantity quantity) {

    public SkuQuantity {
        if (quantity.isNegative()) {
            throw new IllegalArgumentException(
                    "A quantity of %s must not be negative, not %s.\nMaybe the event type says the direction already."
                            .formatted(sku, quantity));
        }
    }
}
