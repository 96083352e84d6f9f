package dev.storetwin.core.state;

import dev.storetwin.event.Entity;
import dev.storetwin.event.TwinEvent;

/** What newer facts of a document replace: the same kind of event about the same entity. */
record Slot(Class<?> type, Entity entity) {

    static Slot of(TwinEvent event) {
        return new Slot(event.getClass(), event.header().entity());
    }
}
