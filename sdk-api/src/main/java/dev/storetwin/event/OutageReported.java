package dev.storetwin.event;

import dev.storetwin.type.CarrierId;
import dev.storetwin.type.NodeId;
import java.time.Instant;
import java.util.Optional;

/**
 * A node or carrier cannot work for a while. A newer version replaces the older.
 *
 * @param node    the node that is out, when it is a node
 * @param carrier the carrier that is out, when it is a carrier
 * @param until   when it ends, when known
 */
public record OutageReported(
        EventHeader header,
        Optional<NodeId> node,
        Optional<CarrierId> carrier,
        Instant from,
        Optional<Instant> until,
        String reason)
        implements ShipmentEvent {}
