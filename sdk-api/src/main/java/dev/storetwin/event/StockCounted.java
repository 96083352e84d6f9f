package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.time.Instant;

/**
 * At that moment there was so much. On-hand is the last count plus what occurred after it. Each count is a fact of its own.
 *
 * @param basis    whether reservations are already subtracted
 * @param quantity how much; platforms do report negative numbers
 */
public record StockCounted(
        EventHeader header, Sku sku, NodeId node, StockKind kind, CountBasis basis, Quantity quantity)
        implements StockEvent {

    /** Sellable units that are physically there. */
    public static StockCounted of(Source source, Sku sku, NodeId node, Quantity quantity, Instant occurredAt) {
        var header =
                EventHeader.of(source, EntityKind.STOCK, "count:" + sku + "@" + node + "@" + occurredAt, occurredAt);
        return new StockCounted(header, sku, node, StockKind.SELLABLE, CountBasis.ON_HAND, quantity);
    }
}
