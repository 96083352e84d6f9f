package dev.storetwin.pricing;

import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;

/** Proposes prices for a question, scored by what they are expected to earn. */
public interface PricePlanner {

    Proposal<PriceChange> plan(TwinState state, PriceQuestion question);
}
