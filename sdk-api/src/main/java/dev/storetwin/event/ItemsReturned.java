package dev.storetwin.event;

import dev.storetwin.type.OrderId;
import java.util.List;

/**
 * Goods came back from the customer. Whether they can be sold again is told by {@link ItemsRestocked}.
 *
 * @param lines  how much of which line
 * @param reason in the platform's words
 */
public record ItemsReturned(EventHeader header, OrderId order, List<LineQuantity> lines, String reason)
        implements OrderEvent {

    public ItemsReturned {
        lines = List.copyOf(lines);
    }
}
