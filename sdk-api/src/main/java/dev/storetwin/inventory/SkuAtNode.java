package dev.storetwin.inventory;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.util.Comparator;

/** One SKU at one node: what an order is for. In order of the SKU, then of the node. */
public record SkuAtNode(Sku sku, NodeId node) implements Comparable<SkuAtNode> {

    private static final Comparator<SkuAtNode> ORDER =
            Comparator.comparing(SkuAtNode::sku).thenComparing(SkuAtNode::node);

    public Target target() {
        return Target.of(sku, node);
    }

    @Override
    public int compareTo(SkuAtNode other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return target().key();
    }
}
