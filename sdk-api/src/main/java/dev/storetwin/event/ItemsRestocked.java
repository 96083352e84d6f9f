package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import java.util.List;

/**
 * Returned or cancelled goods were put back into stock.
 *
 * @param node  where
 * @param kind  as what
 * @param lines how much of which line
 */
public record ItemsRestocked(EventHeader header, OrderId order, NodeId node, StockKind kind, List<LineQuantity> lines)
        implements OrderEvent {

    public ItemsRestocked {
        lines = List.copyOf(lines);
    }
}
