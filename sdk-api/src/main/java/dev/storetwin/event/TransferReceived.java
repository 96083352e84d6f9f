package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.TransferId;
import java.util.List;

/**
 * Stock from another node arrived, perhaps a part of it.
 *
 * @param node  where
 * @param lines what was counted at the dock
 */
public record TransferReceived(EventHeader header, TransferId transfer, NodeId node, List<SkuQuantity> lines)
        implements StockEvent {

    public TransferReceived {
        lines = List.copyOf(lines);
    }

    @Override
    public Entity document() {
        return new Entity(EntityKind.TRANSFER, transfer.value());
    }
}
