package dev.storetwin.inventory;

import dev.storetwin.proposal.Action;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.util.Optional;

/**
 * Stock of one SKU moved from one node to another. It is about the node that gets it.
 *
 * @param from     the node that gives
 * @param to       the node that gets, another one
 * @param quantity how much, above zero
 */
public record Transfer(Sku sku, NodeId from, NodeId to, Quantity quantity) implements Action {

    public Transfer {
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "A transfer of %s needs two nodes, not %s twice.\nMaybe one of them is meant otherwise."
                            .formatted(sku, from));
        }
        if (!quantity.isPositive()) {
            throw new IllegalArgumentException(
                    "A transfer of %s must be above zero, not %s.\nMaybe \"do nothing\" is meant."
                            .formatted(sku, quantity));
        }
    }

    /** The same transfer of another quantity; what a rule adjusts to. */
    public Transfer withQuantity(Quantity other) {
        return new Transfer(sku, from, to, other);
    }

    @Override
    public Capability capability() {
        return Capability.INVENTORY;
    }

    @Override
    public Target target() {
        return Target.of(sku, to);
    }

    @Override
    public Commitment commitment() {
        return Commitment.ofUnits(quantity, Optional.empty());
    }

    @Override
    public String describe() {
        return "move %s from %s to %s".formatted(quantity, from, to);
    }
}
