package dev.storetwin.state;

import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Sku;
import java.util.Set;

/**
 * The shop has moved on. Several steps may have become one; then it names what changed in any of them, and the state is the last.
 *
 * @param parts    what changed
 * @param skus     that events named, under the names that they used
 * @param channels that events named
 * @param nodes    that events named
 * @param orders   whose documents changed
 * @param isVague  whether more may have changed than was named: a fact was taken back, or an order cancelled as a whole
 * @param isEcho   whether it only brings the twin's own writes back, so that nothing is to be decided anew for it
 * @param dropped  changes that this subscriber has missed so far, since it was too slow
 * @param state    the shop after the change
 */
public record StateChange(
        Set<Part> parts,
        Set<Sku> skus,
        Set<Channel> channels,
        Set<NodeId> nodes,
        Set<OrderId> orders,
        boolean isVague,
        boolean isEcho,
        long dropped,
        TwinState state) {

    public StateChange {
        parts = Set.copyOf(parts);
        skus = Set.copyOf(skus);
        channels = Set.copyOf(channels);
        nodes = Set.copyOf(nodes);
        orders = Set.copyOf(orders);
    }

    /** Something else than the twin's own writes. */
    public StateChange(
            Set<Part> parts,
            Set<Sku> skus,
            Set<Channel> channels,
            Set<NodeId> nodes,
            Set<OrderId> orders,
            boolean isVague,
            long dropped,
            TwinState state) {
        this(parts, skus, channels, nodes, orders, isVague, false, dropped, state);
    }

    /** The same, which only brings the twin's own writes back. */
    public StateChange asEcho() {
        return new StateChange(parts, skus, channels, nodes, orders, isVague, true, dropped, state);
    }

    public long revision() {
        return state.revision();
    }

    /** The same, of a subscriber that has missed so many. */
    public StateChange withDropped(long missed) {
        return new StateChange(parts, skus, channels, nodes, orders, isVague, isEcho, missed, state);
    }

    /** What changed; the state itself is left out. */
    @Override
    public String toString() {
        return "StateChange[revision %d, %s, %d SKUs, %d orders, %d dropped]"
                .formatted(revision(), parts, skus.size(), orders.size(), dropped);
    }
}
