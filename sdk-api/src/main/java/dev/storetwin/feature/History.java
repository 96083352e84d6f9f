package dev.storetwin.feature;

import dev.storetwin.state.TwinState;
import java.time.Instant;

/** What the shop knew, when. */
public interface History {

    /** The state as it was known after so many events. */
    TwinState knownAt(long revision);

    /** The state as it was known at a moment: of all events that had been received by then. */
    TwinState knownAt(Instant moment);
}
