package dev.storetwin.inventory;

import dev.storetwin.proposal.Planner;

/** Proposes order quantities for a question, scored by what they are expected to cost and earn. */
public interface ReplenishmentPlanner extends Planner<ReplenishmentQuestion, Replenishment> {}
