package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SlotId;
import java.util.Optional;

/**
 * A slot exists so, from now on.
 *
 * @param x        along the floor, in metres
 * @param y        across the floor, in metres
 * @param level    height, 0 is the floor
 * @param sku      what lies in it
 * @param capacity how much of it fits
 * @param quantity how much of it is there
 */
public record SlotChanged(
        EventHeader header,
        NodeId node,
        SlotId slot,
        double x,
        double y,
        int level,
        Optional<Sku> sku,
        Optional<Quantity> capacity,
        Optional<Quantity> quantity)
        implements WarehouseEvent {}
