package dev.storetwin.event;

import dev.storetwin.type.OrderId;
import dev.storetwin.type.ReturnId;
import java.util.List;

/**
 * A return was asked for or moved on. What really came back is told by {@link ItemsReturned}.
 *
 * @param returnId the return
 * @param stage    how far it is
 * @param lines    what the customer wants to send back
 * @param reason   in the platform's words
 */
public record ReturnUpdated(
        EventHeader header,
        OrderId order,
        ReturnId returnId,
        ReturnStage stage,
        List<LineQuantity> lines,
        String reason)
        implements OrderEvent {

    public ReturnUpdated {
        lines = List.copyOf(lines);
    }
}
