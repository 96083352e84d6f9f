package dev.storetwin.inventory;

import java.util.Locale;

/**
 * What became of one limit of a plan.
 *
 * @param wished what all orders would take if it were not there, in its unit
 * @param used   what they take
 * @param worth  what one unit more of it would bring at the margin, in the currency of the shop; 0 where it does not bind
 */
public record LimitUse(PlanLimit limit, double wished, double used, double worth) {

    /** Whether there is less than all orders would take. */
    public boolean isShort() {
        return wished > limit.most();
    }

    /** For example {@code budget in total: 1000.00 of 1720.50 EUR wished; 100 more would bring about 23.10}. */
    public String inWords() {
        var use = String.format(Locale.ROOT, "%s: %.2f used, %.2f %s wished", limit.name(), used, wished, limit.unit());
        return isShort() ? use + String.format(Locale.ROOT, "; 100 more would bring about %.2f", 100 * worth) : use;
    }
}
