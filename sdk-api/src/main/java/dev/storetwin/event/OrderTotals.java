package dev.storetwin.event;

import dev.storetwin.type.Amount;
import dev.storetwin.type.Money;
import java.util.Optional;

/**
 * An order's sums as the platform gave them.
 *
 * @param goods    all lines after discounts
 * @param shipping what the customer pays for delivery
 * @param total    what the customer pays
 * @param discount all discounts, not negative
 */
public record OrderTotals(Amount goods, Amount shipping, Amount total, Optional<Money> discount) {

    public static final OrderTotals UNKNOWN =
            new OrderTotals(Amount.UNKNOWN, Amount.UNKNOWN, Amount.UNKNOWN, Optional.empty());
}
