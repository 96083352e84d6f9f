package dev.storetwin.inventory;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.Optional;

/**
 * What should be brought to this node of this SKU now, from other nodes that have it?
 *
 * @param from   the node that gives; any of them when empty
 * @param atMost what a plan of many SKUs leaves room for; anything when empty
 * @param asOf   the moment the answer is for
 */
public record TransferQuestion(Sku sku, Optional<NodeId> from, NodeId to, Optional<Quantity> atMost, Instant asOf) {

    /** From anywhere. */
    public static TransferQuestion of(Sku sku, NodeId to, Instant asOf) {
        return new TransferQuestion(sku, Optional.empty(), to, Optional.empty(), asOf);
    }

    /** From one node. */
    public static TransferQuestion of(Sku sku, NodeId from, NodeId to, Instant asOf) {
        return new TransferQuestion(sku, Optional.of(from), to, Optional.empty(), asOf);
    }

    /** The same where there is room for so much. */
    public TransferQuestion atMost(Quantity room) {
        return new TransferQuestion(sku, from, to, Optional.of(room), asOf);
    }

    public Target target() {
        return Target.of(sku, to);
    }
}
