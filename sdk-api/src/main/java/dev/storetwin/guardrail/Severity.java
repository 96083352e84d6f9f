package dev.storetwin.guardrail;

/** How much a verdict restricts. The order is the lattice: of several verdicts the greatest wins, in whatever order they came. */
public enum Severity {
    ALLOWED,
    ADJUSTED,
    NEEDS_REVIEW,
    BLOCKED
}
