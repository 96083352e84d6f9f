package dev.storetwin.event;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.PickTaskId;
import dev.storetwin.type.Quantity;

/**
 * A pick was done, fully or short.
 *
 * @param picked how much was really there
 */
public record PickTaskCompleted(EventHeader header, NodeId node, PickTaskId task, Quantity picked)
        implements WarehouseEvent {}
