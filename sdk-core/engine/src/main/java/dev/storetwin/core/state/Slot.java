package dev.storetwin.core.state;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.event.Entity;

/** What newer facts of a document replace: the same kind of event about the same entity. */
record Slot(Class<?> type, Entity entity) {

    static Slot of(EncodedEvent event) {
        return new Slot(event.kind(), event.entity());
    }
}
