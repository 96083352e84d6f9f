package dev.storetwin.core.pricing.plan;

import java.util.List;

/**
 * Prices that keep all rules.
 *
 * @param lines  one for each item, in their order
 * @param value  what they bring by the cautious score, over all items whose price could have been another
 * @param bound  no prices that keep the rules bring more
 * @param shared what became of limits that many share, in words
 */
public record PricedPlan(List<PricedLine> lines, double value, double bound, List<String> shared) {

    public PricedPlan {
        lines = List.copyOf(lines);
        shared = List.copyOf(shared);
    }

    /** By how much the best prices could be better at most; 0 where these are proved to be the best. */
    public double gap() {
        return Math.max(0, bound - value);
    }
}
