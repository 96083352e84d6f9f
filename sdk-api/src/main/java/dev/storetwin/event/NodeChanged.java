package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Place;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A node exists so, from now on.
 *
 * @param zone   its own time zone, for cut-offs
 * @param active whether it works at all
 */
public record NodeChanged(
        EventHeader header,
        NodeId node,
        String name,
        NodeKind kind,
        Optional<Place> place,
        Optional<ZoneId> zone,
        boolean active)
        implements WarehouseEvent {}
