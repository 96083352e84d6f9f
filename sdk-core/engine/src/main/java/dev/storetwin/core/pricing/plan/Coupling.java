package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceRule;

/**
 * One price is bounded by another: price(low) is not above what {@code most} makes of price(high).
 *
 * @param rule that says so
 * @param low  place of the rungs that are bounded
 * @param high place of the rungs that bound them
 */
record Coupling(PriceRule rule, int low, int high, Most most) {

    /** Rises with the price. */
    @FunctionalInterface
    interface Most {
        /**
         * The highest price of the other item.
         *
         * @param rule the rule, maybe eased
         */
        long of(PriceRule rule, long price);
    }
}
