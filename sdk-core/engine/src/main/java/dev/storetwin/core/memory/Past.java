package dev.storetwin.core.memory;

import dev.storetwin.state.TwinState;
import java.util.Optional;

/** What the twin knew earlier. */
public interface Past {

    /** The state as it was published at a revision; empty when that cannot be told any more. */
    Optional<TwinState> knownAt(long revision);
}
