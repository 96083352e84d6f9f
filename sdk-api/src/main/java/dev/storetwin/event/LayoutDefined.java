package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import java.util.List;

/**
 * The floor plan of a node.
 *
 * @param depotX where tours start and end, in metres
 * @param depotY where tours start and end, in metres
 */
public record LayoutDefined(EventHeader header, NodeId node, List<Aisle> aisles, double depotX, double depotY)
        implements WarehouseEvent {

    public LayoutDefined {
        aisles = List.copyOf(aisles);
    }
}
