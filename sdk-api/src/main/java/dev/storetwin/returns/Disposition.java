package dev.storetwin.returns;

import dev.storetwin.proposal.Action;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.util.Locale;
import java.util.Optional;

/**
 * What becomes of goods of one order line that come back, and of the money.
 *
 * @param line     of the order
 * @param node     where the goods go, or would
 * @param quantity how much of the line, above zero
 * @param fate     what becomes of the goods
 * @param refund   what the customer gets back, not negative; counted against budgets
 */
public record Disposition(OrderId order, String line, Sku sku, NodeId node, Quantity quantity, Fate fate, Money refund)
        implements Action {

    public Disposition {
        if (!quantity.isPositive()) {
            throw new IllegalArgumentException(
                    "A return of %s in order %s must be above zero, not %s.\nMaybe nothing comes back."
                            .formatted(sku, order, quantity));
        }
        if (refund.isNegative()) {
            throw new IllegalArgumentException(
                    "A refund for order %s must not be negative, not %s.\nMaybe it is what the customer paid, with the sign of a booking."
                            .formatted(order, refund));
        }
    }

    /** The same with another refund; what a rule adjusts to. */
    public Disposition withRefund(Money other) {
        return new Disposition(order, line, sku, node, quantity, fate, other);
    }

    /** The same with another end for the goods; what a rule adjusts to. */
    public Disposition withFate(Fate other) {
        return new Disposition(order, line, sku, node, quantity, other, refund);
    }

    @Override
    public Capability capability() {
        return Capability.RETURNS;
    }

    @Override
    public Target target() {
        return new Target(Optional.of(sku), Optional.empty(), Optional.of(node), Optional.of(order));
    }

    @Override
    public Commitment commitment() {
        return Commitment.ofUnits(quantity, Optional.of(refund));
    }

    @Override
    public String describe() {
        var what = fate.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "%s %s of line %s, refund %s".formatted(what, quantity, line, refund);
    }
}
