package dev.storetwin.decision;

import dev.storetwin.proposal.Action;

/**
 * The best of what could have been done as well.
 *
 * @param alternative that passes the guardrails and does something else than what was decided
 * @param difference  how much less it is expected to bring, by the decision's objective; below zero where the decision was drawn to learn from, or
 *                    planned together with others
 */
public record RunnerUp<A extends Action>(JudgedAlternative<A> alternative, double difference) {}
