package dev.storetwin.decision;

import java.util.Locale;

/** What became of a question. */
public enum DecisionStatus {
    /** An action is advised; every guardrail has passed it. */
    ADVISED,
    /** An action is advised, but no rules are configured: the twin will never carry it out itself. */
    UNGUARDED,
    /** The best action waits for somebody's yes. */
    NEEDS_REVIEW,
    /** Doing nothing is the best that is left after the guardrails refused what was better. */
    BLOCKED,
    /** Doing nothing is best. */
    NO_ACTION,
    /** Something is missing to decide at all. */
    INSUFFICIENT_DATA,
    /** The twin is off or in the shadow here, so nothing is advised. */
    WITHHELD,
    /** The budget of its capability is spent, so nothing was worked out. */
    OVER_BUDGET,
    /** Something went wrong inside the twin; the reason says what. */
    FAILED;

    /** As files spell it: {@code insufficient_data}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
