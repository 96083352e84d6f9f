package dev.storetwin.guardrail;

/**
 * One rule that had something to say.
 *
 * @param rule     its name
 * @param severity how much it restricts
 * @param reason   in its author's words
 */
public record RuleHit(String rule, Severity severity, String reason) {}
