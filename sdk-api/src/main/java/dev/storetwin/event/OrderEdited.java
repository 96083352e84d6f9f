package dev.storetwin.event;

import dev.storetwin.type.OrderId;
import java.util.List;

/**
 * An order was changed after it was placed.
 *
 * @param lines  all lines as they stand after the edit
 * @param totals all sums as they stand after the edit
 */
public record OrderEdited(EventHeader header, OrderId order, List<OrderLine> lines, OrderTotals totals)
        implements OrderEvent {

    public OrderEdited {
        lines = List.copyOf(lines);
    }
}
