package dev.storetwin;

import dev.storetwin.audit.Outcome;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;

/** What operators say to a twin. Every word is an event and a line in the audit trail, so that it outlives the process. */
public interface Controls {

    /** Says yes to a decision that waits for it. */
    Outcome approve(DecisionId decision, Actor by, String comment);

    /** Says no to a decision that waits for a yes. */
    Outcome reject(DecisionId decision, Actor by, String comment);

    /**
     * Stops all acting at once. Questions are still answered.
     *
     * @return {@link Acceptance.Accepted} when that will be remembered; else acting is stopped all the same, as long as this twin lives
     */
    Acceptance stop(Actor by, String reason);

    /**
     * Lets the twin act again.
     *
     * @return {@link Acceptance.Accepted} when it may; else acting stays stopped, since that could not be written down
     */
    Acceptance release(Actor by, String reason);

    /**
     * Sets how far the twin may go alone from now on; it outlives what the builder was told.
     *
     * @return {@link Acceptance.Accepted} when it is so now; else nothing has changed
     */
    Acceptance grant(Capability capability, Autonomy level, Actor by);
}
