package dev.storetwin.event;

import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.Optional;

/** What an act needs to know of a decision; the decision itself is made further down the house. */
public interface Decided {

    DecisionId id();

    Capability capability();

    Target target();

    /** What it binds once it is taken; nothing for "do nothing". */
    Commitment commitment();

    Instant asOf();

    /** The action with what stood before it, so that it can be changed back; empty for "do nothing", and where it is written down elsewhere. */
    default Optional<ActionOutline> outline() {
        return Optional.empty();
    }
}
