package dev.storetwin.simulation;

import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.proposal.Action;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.TwinState;

/** A branch of the shop. Only what is accepted here happens here; nothing of it reaches the live twin or its audit trail. */
public interface Scenario {

    /** What is true in this branch now. */
    TwinState state();

    /** Lets something happen in this branch. */
    Acceptance accept(TwinEvent event);

    /** Asks as if this branch were the shop. */
    default <Q, A extends Action> Decision<A> decide(Decider<Q, A> decider, Q question) {
        return decider.decide(state(), question);
    }
}
