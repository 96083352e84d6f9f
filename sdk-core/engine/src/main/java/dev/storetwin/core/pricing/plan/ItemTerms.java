package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceAim;
import dev.storetwin.pricing.PriceBound;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceRule.Kind;
import dev.storetwin.pricing.PriceScope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is wanted of one item. Of several words on the same, the one with the narrowest scope holds, and of equals the last.
 *
 * @param salvage    of a unit left over, in money; empty for as much as it cost
 * @param changeCost in money
 * @param leastGain  share of the present value that a change has to bring beside
 * @param fewest     whether only what rules force is changed
 */
record ItemTerms(PriceAim aim, OptionalDouble salvage, double changeCost, double leastGain, boolean fewest) {

    private static final List<PriceScope.By> NARROWEST_FIRST = List.of(
            PriceScope.By.SERIES,
            PriceScope.By.FAMILY,
            PriceScope.By.CATEGORY,
            PriceScope.By.CHANNEL,
            PriceScope.By.REGION,
            PriceScope.By.EVERYTHING);

    /** @param rules those that cover the item, in order */
    static ItemTerms of(PricedItem item, List<PriceRule> rules) {
        var aim = aim(rules);
        var salvage =
                narrowest(rules, Kind.SALVAGE).map(it -> money(it, item.unit().cost()));
        var cost = narrowest(rules, Kind.CHANGE_COST);
        return new ItemTerms(
                aim.orElse(PriceAim.PROFIT),
                salvage.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                cost.map(it -> money(it, BigDecimal.ZERO)).orElse(0.0),
                cost.map(ItemTerms::share).orElse(0.0),
                narrowest(rules, Kind.FEWEST_CHANGES).isPresent());
    }

    /** Empty when no rule says. */
    static Optional<PriceAim> aim(List<PriceRule> rules) {
        return narrowest(rules, Kind.AIM).map(it -> ((PriceBound.Aim) it).aim());
    }

    /** What a change has to bring beside. */
    double hurdle(double presentValue) {
        return changeCost + leastGain * Math.abs(presentValue);
    }

    private static Optional<PriceBound> narrowest(List<PriceRule> rules, Kind kind) {
        PriceRule found = null;
        for (var rule : rules) {
            if (rule.kind() == kind && (found == null || width(rule) <= width(found))) {
                found = rule;
            }
        }
        return Optional.ofNullable(found).map(PriceRule::bound);
    }

    private static int width(PriceRule rule) {
        return NARROWEST_FIRST.indexOf(rule.scope().by());
    }

    private static double money(PriceBound bound, BigDecimal whole) {
        return bound instanceof PriceBound.Amount it ? it.amount().doubleValue() : share(bound) * whole.doubleValue();
    }

    private static double share(PriceBound bound) {
        return bound instanceof PriceBound.Share it ? it.share().doubleValue() : 0;
    }
}
