package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import java.util.List;

/**
 * It was settled from which node lines of an order will be taken. A newer version of the same assignment replaces the older; when the
 * work moves elsewhere, the old assignment is left without lines.
 *
 * @param node  where they will be taken from
 * @param lines how much of which line; empty when nothing will be taken from there any more
 */
public record OrderRouted(EventHeader header, OrderId order, NodeId node, List<LineQuantity> lines)
        implements OrderEvent {

    public OrderRouted {
        lines = List.copyOf(lines);
    }
}
