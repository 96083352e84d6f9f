package dev.storetwin.core.pricing.plan;

import java.util.Locale;

/** What became of one price of a plan. Only {@link #CHANGED} is another price than before. */
public enum PriceStatus {
    /** Another price is better, or a rule forces one. */
    CHANGED,
    /** The present price is the best that rules and shared limits allow. */
    KEPT,
    /** Something is not known, such as the cost. */
    INSUFFICIENT_DATA,
    /** Nobody knows how demand answers to the price. */
    UNIDENTIFIED,
    /** What is told cannot be believed. */
    REFUSED,
    /** The rules cannot all hold, and none of them may be broken. */
    INFEASIBLE;

    /** As files spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
