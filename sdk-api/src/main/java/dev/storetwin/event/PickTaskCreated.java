package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.PickTaskId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SlotId;
import java.util.Optional;

/**
 * Somebody is to take something out of a slot.
 *
 * @param order whom it is for
 */
public record PickTaskCreated(
        EventHeader header,
        NodeId node,
        PickTaskId task,
        Optional<OrderId> order,
        SlotId slot,
        Sku sku,
        Quantity quantity)
        implements WarehouseEvent {}
