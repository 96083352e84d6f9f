package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceRule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which rules are in force, and with which bound. */
@FunctionalInterface
interface Held {

    /** All as they were given. */
    Held ALL = Optional::of;

    /** The rule as it is in force; empty when it is given up. */
    Optional<PriceRule> as(PriceRule rule);

    /** Of these rules only some. */
    default Held only(Set<PriceRule> some) {
        return rule -> some.contains(rule) ? as(rule) : Optional.empty();
    }

    /** The same with some of them eased, or given up. */
    default Held with(Map<PriceRule, Optional<PriceRule>> eased) {
        return rule -> eased.getOrDefault(rule, as(rule));
    }
}
