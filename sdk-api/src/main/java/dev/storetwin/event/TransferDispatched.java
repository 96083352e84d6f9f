package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.TransferId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stock left one node for another.
 *
 * @param from       where it left
 * @param to         where it will arrive
 * @param lines      what
 * @param expectedAt when it should arrive
 */
public record TransferDispatched(
        EventHeader header,
        TransferId transfer,
        NodeId from,
        NodeId to,
        List<SkuQuantity> lines,
        Optional<Instant> expectedAt)
        implements StockEvent {

    public TransferDispatched {
        lines = List.copyOf(lines);
    }

    @Override
    public Entity document() {
        return new Entity(EntityKind.TRANSFER, transfer.value());
    }
}
