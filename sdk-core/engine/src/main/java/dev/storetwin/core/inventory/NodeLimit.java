package dev.storetwin.core.inventory;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.util.Optional;

/**
 * What one node can handle in one rebalancing, in units of all SKUs.
 *
 * @param sends how many can leave; any number when empty
 * @param takes how many can come in: hands, or free space; any number when empty
 */
public record NodeLimit(NodeId node, Optional<Quantity> sends, Optional<Quantity> takes) {

    public NodeLimit {
        if (sends.filter(Quantity::isNegative).isPresent()
                || takes.filter(Quantity::isNegative).isPresent()) {
            throw new IllegalArgumentException(
                    "%s cannot handle less than nothing.\nMaybe the shelf is over-full: then it takes 0."
                            .formatted(node));
        }
    }

    public static NodeLimit takes(NodeId node, Quantity units) {
        return new NodeLimit(node, Optional.empty(), Optional.of(units));
    }

    public static NodeLimit sends(NodeId node, Quantity units) {
        return new NodeLimit(node, Optional.of(units), Optional.empty());
    }
}
