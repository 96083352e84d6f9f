package dev.storetwin.inventory;

import dev.storetwin.proposal.Action;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.math.MathContext;
import java.util.Optional;

/**
 * An order to a supplier for one SKU and node.
 *
 * @param quantity how much, above zero
 * @param spend    what it costs, where the cost is known
 */
public record Replenishment(Sku sku, NodeId node, Quantity quantity, Optional<Money> spend) implements Action {

    public Replenishment {
        if (!quantity.isPositive()) {
            throw new IllegalArgumentException(
                    "An order of %s must be above zero, not %s.\nMaybe \"do nothing\" is meant."
                            .formatted(sku, quantity));
        }
    }

    /** The same order for another quantity, at the same unit cost; what a rule adjusts to. */
    public Replenishment withQuantity(Quantity other) {
        var ratio = other.toBigDecimal().divide(quantity.toBigDecimal(), MathContext.DECIMAL64);
        return new Replenishment(
                sku, node, other, spend.map(it -> it.times(ratio).rounded()));
    }

    @Override
    public Capability capability() {
        return Capability.INVENTORY;
    }

    @Override
    public Target target() {
        return Target.of(sku, node);
    }

    @Override
    public Commitment commitment() {
        return Commitment.ofUnits(quantity, spend);
    }

    @Override
    public String describe() {
        return "order %s%s".formatted(quantity, spend.map(it -> " for " + it).orElse(""));
    }
}
