package dev.storetwin.core.proposal;

import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Planner;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;

/**
 * A planner of the host's, whose models nobody sees: each plan counts as one.
 *
 * @param called hears of each plan
 */
public record CountedPlanner<Q, A extends Action>(Planner<Q, A> planner, Runnable called) implements Planner<Q, A> {

    @Override
    public Proposal<A> plan(TwinState state, Q question) {
        called.run();
        return planner.plan(state, question);
    }

    @Override
    public Alternative<A> score(TwinState state, Q question, A action) {
        return planner.score(state, question, action);
    }
}
