package dev.storetwin.core.inventory;

import dev.storetwin.inventory.ServiceTarget;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Scope;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What holds for orders of a SKU, of a category, for a node, or of everything. Of several rules the most specific counts, wish by wish.
 *
 * @param scope         for what it holds; not a channel
 * @param service       how well demand is to be served
 * @param maximumOrder  most units in one order
 * @param maximumSpend  most money in one order
 * @param space         most units of the SKU that the node has room for
 * @param shelfLifeDays from arrival until it cannot be sold any more; the oldest is sold first
 */
public record ItemRule(
        Scope scope,
        Optional<ServiceTarget> service,
        Optional<Quantity> maximumOrder,
        Optional<Money> maximumSpend,
        Optional<Quantity> space,
        OptionalInt shelfLifeDays) {

    public ItemRule {
        if (scope.kind() == Scope.Kind.CHANNEL) {
            throw new IllegalArgumentException(
                    "%s is no scope for orders.\nMaybe a SKU, a category or a node is meant.".formatted(scope));
        }
        if (shelfLifeDays.isPresent() && shelfLifeDays.getAsInt() < 1) {
            throw new IllegalArgumentException("shelfLifeDays (%d) of %s must be at least 1.\nMaybe hours were meant."
                    .formatted(shelfLifeDays.getAsInt(), scope));
        }
        if (maximumOrder.filter(Quantity::isNegative).isPresent()
                || maximumSpend.filter(Money::isNegative).isPresent()
                || space.filter(Quantity::isNegative).isPresent()) {
            throw new IllegalArgumentException(
                    "The limits of %s must not be negative.\nMaybe leave out what is not limited.".formatted(scope));
        }
    }

    /** No wish yet. */
    public static ItemRule of(Scope scope) {
        return new ItemRule(
                scope, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    public ItemRule withService(ServiceTarget target) {
        return new ItemRule(scope, Optional.of(target), maximumOrder, maximumSpend, space, shelfLifeDays);
    }

    public ItemRule withMaximumOrder(Quantity units) {
        return new ItemRule(scope, service, Optional.of(units), maximumSpend, space, shelfLifeDays);
    }

    public ItemRule withMaximumSpend(Money money) {
        return new ItemRule(scope, service, maximumOrder, Optional.of(money), space, shelfLifeDays);
    }

    public ItemRule withSpace(Quantity units) {
        return new ItemRule(scope, service, maximumOrder, maximumSpend, Optional.of(units), shelfLifeDays);
    }

    public ItemRule withShelfLifeDays(int days) {
        return new ItemRule(scope, service, maximumOrder, maximumSpend, space, OptionalInt.of(days));
    }
}
