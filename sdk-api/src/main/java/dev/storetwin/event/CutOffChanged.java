package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.ShippingService;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * Until when a node can hand parcels of a service to the carrier.
 *
 * @param days    on which days it collects
 * @param localAt latest time of day, in the node's time zone
 */
public record CutOffChanged(
        EventHeader header, NodeId node, ShippingService service, Set<DayOfWeek> days, LocalTime localAt)
        implements ShipmentEvent {

    public CutOffChanged {
        days = Set.copyOf(days);
    }
}
