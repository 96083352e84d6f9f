package dev.storetwin.event;

import dev.storetwin.type.OrderId;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.util.List;

/**
 * An order, or some of its lines, will not be fulfilled.
 *
 * @param lines  what is cancelled; empty means everything that is still open
 * @param reason in the platform's words
 */
public record OrderCancelled(EventHeader header, OrderId order, List<LineQuantity> lines, String reason)
        implements OrderEvent {

    public OrderCancelled {
        lines = List.copyOf(lines);
    }

    /** Everything that is still open. */
    public static OrderCancelled of(Source source, OrderId order, Instant occurredAt, String reason) {
        var header = EventHeader.of(source, EntityKind.CANCELLATION, order.value(), occurredAt);
        return new OrderCancelled(header, order, List.of(), reason);
    }

    public boolean isWhole() {
        return lines.isEmpty();
    }
}
