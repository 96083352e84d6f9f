package dev.storetwin.inventory;

import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;

/** Proposes order quantities for a question, scored by what they are expected to cost and earn. */
public interface ReplenishmentPlanner {

    Proposal<Replenishment> plan(TwinState state, ReplenishmentQuestion question);
}
