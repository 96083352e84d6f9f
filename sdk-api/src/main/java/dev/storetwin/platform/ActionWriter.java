package dev.storetwin.platform;

import dev.storetwin.proposal.Action;
import dev.storetwin.type.DecisionId;

/**
 * Carries actions out on a platform. Called on a thread that may wait, never on a request thread.
 */
public interface ActionWriter {

    /** Whether it can carry out this kind of action at all. */
    boolean writes(Action action);

    /**
     * Carries it out once, however often it is called with the same key.
     *
     * @param key the same for every try of the same decision
     */
    WriteResult write(Action action, DecisionId key);
}
