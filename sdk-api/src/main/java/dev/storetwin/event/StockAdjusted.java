package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.time.Instant;

/**
 * Stock changed for a reason of its own: found, lost, broken, written off.
 *
 * @param delta  what came (positive) or went (negative)
 * @param reason in the source's words
 */
public record StockAdjusted(EventHeader header, Sku sku, NodeId node, StockKind kind, Quantity delta, String reason)
        implements StockEvent {

    /** A change of sellable units. */
    public static StockAdjusted of(
            Source source, Sku sku, NodeId node, Quantity delta, Instant occurredAt, String reason) {
        var header =
                EventHeader.of(source, EntityKind.STOCK, "adjust:" + sku + "@" + node + "@" + occurredAt, occurredAt);
        return new StockAdjusted(header, sku, node, StockKind.SELLABLE, delta, reason);
    }
}
