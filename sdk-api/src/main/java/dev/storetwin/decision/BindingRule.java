package dev.storetwin.decision;

import dev.storetwin.guardrail.Severity;

/**
 * A rule that kept a decision from something better. Values are in the unit of the decision's objective.
 *
 * @param rule     its name
 * @param severity the most that it did to anything better
 * @param reason   in its author's words, about the best that it held back
 * @param heldBack how many better alternatives it stopped or changed
 * @param best     the most valuable of these, in words
 * @param cost     what that one is expected to bring over what was decided
 * @param alone    what would be gained without this rule, all others still in force; 0 where others stand in the way of the same
 */
public record BindingRule(
        String rule, Severity severity, String reason, int heldBack, String best, double cost, double alone) {}
