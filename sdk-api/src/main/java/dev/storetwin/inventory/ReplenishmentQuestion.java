package dev.storetwin.inventory;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.Optional;

/**
 * How much of this SKU should be ordered for this node now?
 *
 * @param asOf      the moment the answer is for
 * @param allotment what a plan leaves for this order; empty where nothing is scarce
 */
public record ReplenishmentQuestion(Sku sku, NodeId node, Instant asOf, Optional<Allotment> allotment) {

    /** Where nothing is scarce. */
    public ReplenishmentQuestion(Sku sku, NodeId node, Instant asOf) {
        this(sku, node, asOf, Optional.empty());
    }

    public Target target() {
        return Target.of(sku, node);
    }

    /** The same where a plan leaves so much. */
    public ReplenishmentQuestion within(Allotment allotted) {
        return new ReplenishmentQuestion(sku, node, asOf, Optional.of(allotted));
    }

    /** The same where nothing is scarce. */
    public ReplenishmentQuestion unlimited() {
        return allotment.isEmpty() ? this : new ReplenishmentQuestion(sku, node, asOf);
    }
}
