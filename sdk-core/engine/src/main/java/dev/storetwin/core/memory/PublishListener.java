package dev.storetwin.core.memory;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.state.Acceptance;
import java.util.List;

/** Hears of every state that is published, in order, before the events that led to it are answered. Must be quick and must not throw. */
public interface PublishListener {

    /** After a group of events, with the answer to each. */
    void published(ShopState before, ShopState after, List<EncodedEvent> events, List<Acceptance> answers);

    /** After a load; too many events to show each. */
    void loaded(ShopState before, ShopState after);
}
