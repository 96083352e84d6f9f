package dev.storetwin.core.state.quality;

import dev.storetwin.event.LaborPlanned;
import dev.storetwin.event.LayoutDefined;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.PickTaskCompleted;
import dev.storetwin.event.PickTaskCreated;
import dev.storetwin.event.SlotChanged;
import dev.storetwin.event.WarehouseEvent;

/** What events of nodes and what is inside them hold. */
final class WarehouseParts {

    private WarehouseParts() {}

    static void tell(WarehouseEvent event, PartReader to) {
        if (event instanceof NodeChanged node) {
            to.text("name", node.name());
            node.place().ifPresent(it -> EventParts.place(it, to));
            return;
        }
        to.node(event.node());
        if (event instanceof LayoutDefined layout) {
            layout.aisles().forEach(it -> to.text("aisle", it.name()));
        } else if (event instanceof SlotChanged slot) {
            slot.sku().ifPresent(to::sku);
            slot.capacity().ifPresent(it -> to.moved("capacity", it));
            slot.quantity().ifPresent(it -> to.level("quantity", it));
        } else if (event instanceof PickTaskCreated task) {
            to.sku(task.sku());
            to.moved("quantity to pick", task.quantity());
        } else if (event instanceof PickTaskCompleted task) {
            to.moved("picked quantity", task.picked());
        } else if (event instanceof LaborPlanned labor) {
            to.text("activity", labor.activity());
        }
    }
}
