package dev.storetwin.event;

import dev.storetwin.type.Channel;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Place;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import dev.storetwin.type.TaxMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A customer ordered. A newer version of it (a platform that sends the whole order again) replaces the older.
 *
 * @param order   the order
 * @param channel where it was placed
 * @param subject who ordered, by token
 * @param shipTo  where it should go
 * @param taxMode whether unit prices contain tax
 * @param lines   as ordered, before later edits and cancellations
 * @param totals  the order's own sums
 */
public record OrderPlaced(
        EventHeader header,
        OrderId order,
        Channel channel,
        Optional<SubjectId> subject,
        Optional<Place> shipTo,
        TaxMode taxMode,
        List<OrderLine> lines,
        OrderTotals totals)
        implements OrderEvent {

    public OrderPlaced {
        lines = List.copyOf(lines);
    }

    /** The least an order needs: who sends it, where, when and what. */
    public static OrderPlaced of(
            Source source, OrderId order, Channel channel, Instant occurredAt, OrderLine... lines) {
        var header = EventHeader.of(source, EntityKind.ORDER, order.value(), occurredAt);
        return new OrderPlaced(
                header,
                order,
                channel,
                Optional.empty(),
                Optional.empty(),
                TaxMode.UNKNOWN,
                List.of(lines),
                OrderTotals.UNKNOWN);
    }

    public OrderPlaced by(SubjectId customer) {
        return new OrderPlaced(header, order, channel, Optional.of(customer), shipTo, taxMode, lines, totals);
    }
}
