package dev.storetwin.inventory;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Instant;

/**
 * How much of this SKU should be ordered for this node now?
 *
 * @param asOf the moment the answer is for
 */
public record ReplenishmentQuestion(Sku sku, NodeId node, Instant asOf) {

    public Target target() {
        return Target.of(sku, node);
    }
}
