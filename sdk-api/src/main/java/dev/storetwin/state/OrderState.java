package dev.storetwin.state;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One order as known now.
 *
 * @param channel  empty while only later facts are known
 * @param placedAt empty while only later facts are known
 * @param refunded money given back so far
 */
public record OrderState(
        OrderId order,
        OrderStage stage,
        Optional<Channel> channel,
        Optional<SubjectId> subject,
        Optional<Instant> placedAt,
        List<LineState> lines,
        List<Money> refunded) {

    public OrderState {
        lines = List.copyOf(lines);
        refunded = List.copyOf(refunded);
    }
}
