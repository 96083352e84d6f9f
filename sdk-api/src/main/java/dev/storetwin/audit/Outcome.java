package dev.storetwin.audit;

import dev.storetwin.type.DecisionId;
import java.time.Instant;

/**
 * What became of a decision's action.
 *
 * @param decision the decision
 * @param kind     what happened
 * @param at       when
 * @param detail   in words, without anything personal
 */
public record Outcome(DecisionId decision, OutcomeKind kind, Instant at, String detail) {}
