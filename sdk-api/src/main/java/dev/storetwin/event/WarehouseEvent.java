package dev.storetwin.event;

import dev.storetwin.type.NodeId;

/** Nodes and what is inside them. */
public sealed interface WarehouseEvent extends TwinEvent
        permits NodeChanged, LayoutDefined, SlotChanged, PickTaskCreated, PickTaskCompleted, LaborPlanned {

    NodeId node();
}
