package dev.storetwin.core.pricing.together;

import dev.storetwin.core.pricing.plan.PriceEnding;
import dev.storetwin.core.pricing.plan.PriceOptimiser;
import dev.storetwin.core.pricing.plan.PriceTicks;
import dev.storetwin.core.pricing.plan.PricedItem;
import dev.storetwin.core.pricing.plan.RungPrices;
import dev.storetwin.pricing.PriceBound;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceRule.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Prices that rules may want: round ones, which different things can share, or those that end as new prices must. Never further from the present price than
 * the usual ladder reaches. Where no rule looks at prices, the usual ladder is enough.
 *
 * @param moves of the usual ladder, rising
 */
record TogetherLadder(List<Double> moves, PriceTicks ticks) {

    private static final int ROUND_RUNGS = 24;
    private static final int MOST_ENDINGS = 120;

    /** Rules that do not say which prices there may be. */
    private static final Set<Kind> BLIND = EnumSet.of(
            Kind.AIM,
            Kind.SALVAGE,
            Kind.CHANGE_COST,
            Kind.FEWEST_CHANGES,
            Kind.MAX_MOVES,
            Kind.MARKDOWN_BUDGET,
            Kind.FREEZE);

    List<Long> of(long present, PricedItem.Traits traits, List<PriceRule> rules) {
        var looking = PriceOptimiser.covering(traits, rules).stream()
                .filter(it -> !BLIND.contains(it.kind()))
                .toList();
        if (looking.isEmpty() || moves.isEmpty()) {
            return List.of();
        }
        long low = low(present);
        long high = high(present);
        var endings = endings(looking);
        return endings.isEmpty() ? round(low, high) : few(RungPrices.ofEndings(low, high, endings));
    }

    /** No lower price is tried. */
    long low(long present) {
        return moves.isEmpty() ? present : bound(present, Math.min(0, moves.get(0)));
    }

    /** No higher price is tried. */
    long high(long present) {
        return moves.isEmpty() ? present : bound(present, Math.max(0, moves.get(moves.size() - 1)));
    }

    private static long bound(long present, double move) {
        return Math.max(1, Math.round(present * (1 + move)));
    }

    private List<PriceEnding> endings(List<PriceRule> rules) {
        return rules.stream()
                .filter(it -> it.kind() == Kind.ENDING)
                .flatMap(it -> ((PriceBound.Endings) it.bound()).endings().stream())
                .distinct()
                .map(it -> PriceEnding.of(it, ticks))
                .toList();
    }

    private List<Long> round(long low, long high) {
        long step = RungPrices.roundStep(low, high, ticks, ROUND_RUNGS);
        return RungPrices.ofStep(low + Math.floorMod(-low, step), high - Math.floorMod(high, step), step);
    }

    private static List<Long> few(List<Long> prices) {
        int each = 1 + prices.size() / MOST_ENDINGS;
        return IntStream.range(0, prices.size())
                .filter(it -> it % each == 0)
                .mapToObj(prices::get)
                .toList();
    }
}
