package dev.storetwin.core.inventory;

import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.util.Optional;

/**
 * A way on which stock goes from one node to another, in this direction.
 *
 * @param days        from leaving to the other shelf
 * @param perUnit     what it costs to move one unit
 * @param perTransfer what it costs to move one SKU at all, however little
 * @param most        units of all SKUs that fit at one time; any number when empty
 */
public record TransferLane(
        NodeId from, NodeId to, int days, Money perUnit, Optional<Money> perTransfer, Optional<Quantity> most) {

    public TransferLane {
        if (from.equals(to)) {
            throw new IllegalArgumentException("A lane needs two nodes, not %s twice.".formatted(from));
        }
        if (days < 0 || days > InventoryOptions.LONGEST_LEAD_DAYS) {
            throw new IllegalArgumentException(
                    "From %s to %s it cannot take %d days.\nMaybe hours were given.".formatted(from, to, days));
        }
        if (perUnit.isNegative() || perTransfer.filter(Money::isNegative).isPresent()) {
            throw new IllegalArgumentException(
                    "From %s to %s a unit cannot cost %s%s.\nMaybe a refund was meant: costs of a lane are at least zero."
                            .formatted(
                                    from,
                                    to,
                                    perUnit,
                                    perTransfer
                                            .map(it -> ", nor a transfer " + it)
                                            .orElse("")));
        }
        if (most.filter(Quantity::isNegative).isPresent()) {
            throw new IllegalArgumentException(
                    "From %s to %s there is no room for %s units.".formatted(from, to, most.get()));
        }
    }

    /** With room for anything. */
    public static TransferLane of(NodeId from, NodeId to, int days, Money perUnit) {
        return new TransferLane(from, to, days, perUnit, Optional.empty(), Optional.empty());
    }

    public TransferLane withPerTransfer(Money cost) {
        return new TransferLane(from, to, days, perUnit, Optional.of(cost), most);
    }

    public TransferLane withMost(Quantity units) {
        return new TransferLane(from, to, days, perUnit, perTransfer, Optional.of(units));
    }
}
