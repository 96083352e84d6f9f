package dev.storetwin.pricing;

import dev.storetwin.proposal.Planner;

/** Proposes prices for a question, scored by what they are expected to earn. */
public interface PricePlanner extends Planner<PriceQuestion, PriceChange> {}
