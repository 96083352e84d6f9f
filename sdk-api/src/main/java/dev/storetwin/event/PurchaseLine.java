package dev.storetwin.event;

import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.Optional;

/**
 * One line of a purchase order.
 *
 * @param quantity how much was bought, not negative
 * @param unitCost what one unit costs
 */
public record PurchaseLine(Sku sku, Quantity quantity, Optional<Money> unitCost) {

    public PurchaseLine {
        if (quantity.isNegative()) {
            throw new IllegalArgumentException(
                    "A purchase of %s must not be negative, not %s.\nMaybe it is a return to the supplier: adjust stock instead."
                            .formatted(sku, quantity));
        }
    }
}
