package dev.storetwin.core.platform;

import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import java.util.List;

/** Where reconciled events go in. Returns only once they are durable, since the place in the list is written down after it. */
@FunctionalInterface
public interface Intake {

    /** One answer per event, in their order. */
    List<Acceptance> take(List<TwinEvent> events);
}
