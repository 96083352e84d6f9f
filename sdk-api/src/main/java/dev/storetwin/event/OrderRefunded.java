package dev.storetwin.event;

import dev.storetwin.type.Amount;
import dev.storetwin.type.OrderId;
import java.util.List;

/**
 * Money went back to the customer. It says nothing about goods: {@link ItemsReturned} and {@link ItemsRestocked} do.
 *
 * @param amount   all of it
 * @param lines    the part that belongs to lines
 * @param shipping the part that belongs to delivery
 * @param reason   in the platform's words
 */
public record OrderRefunded(
        EventHeader header, OrderId order, Amount amount, List<RefundLine> lines, Amount shipping, String reason)
        implements OrderEvent {

    public OrderRefunded {
        lines = List.copyOf(lines);
    }
}
