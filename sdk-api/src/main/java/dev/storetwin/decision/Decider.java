package dev.storetwin.decision;

import dev.storetwin.proposal.Action;
import dev.storetwin.state.TwinState;

/**
 * From a state and a question to a decision. It changes nothing, so that it serves the live twin, a what-if and a later check alike.
 *
 * @param <Q> the question
 * @param <A> the action
 */
public interface Decider<Q, A extends Action> {

    /** Never throws: what goes wrong becomes a decision to do nothing, with the reason. */
    Decision<A> decide(TwinState state, Q question);
}
