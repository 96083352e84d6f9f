package dev.storetwin.proposal;

import dev.storetwin.state.TwinState;

/**
 * Answers a question with everything that could be done about it.
 *
 * @param <Q> the question
 * @param <A> the action
 */
public interface Planner<Q, A extends Action> {

    /** Scored alternatives, "do nothing" among them. The same state and question give the same proposal. */
    Proposal<A> plan(TwinState state, Q question);

    /** What one action is expected to bring, on the same scale; asked when a guardrail adjusts an alternative. */
    Alternative<A> score(TwinState state, Q question, A action);
}
