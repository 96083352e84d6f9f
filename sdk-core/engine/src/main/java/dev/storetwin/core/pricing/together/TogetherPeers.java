package dev.storetwin.core.pricing.together;

import dev.storetwin.core.pricing.plan.PriceOptimiser;
import dev.storetwin.core.pricing.plan.PricedItem;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceRule.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Prices that stand at others which rules tie: who must cost the same as something that stays has to be able to.
 *
 * @param byTie present prices of all that one rule may tie
 */
record TogetherPeers(Map<String, NavigableSet<Long>> byTie) {

    private static final int MOST = 12;

    TogetherPeers() {
        this(new HashMap<>());
    }

    void add(PricedItem.Traits traits, long present) {
        Stream.of(series(traits), family(traits))
                .forEach(it -> byTie.computeIfAbsent(it, tie -> new TreeSet<>()).add(present));
    }

    /** The nearest ones between two bounds. */
    List<Long> of(long present, PricedItem.Traits traits, List<PriceRule> rules, long low, long high) {
        return PriceOptimiser.covering(traits, rules).stream()
                .flatMap(it -> tie(it.kind(), traits))
                .distinct()
                .flatMap(it -> byTie.getOrDefault(it, new TreeSet<>()).subSet(low, true, high, true).stream())
                .distinct()
                .sorted(Comparator.<Long>comparingLong(it -> Math.abs(it - present))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static Stream<String> tie(Kind kind, PricedItem.Traits traits) {
        return switch (kind) {
            case PARITY -> Stream.of(series(traits));
            case FAMILY_BAND, SIZE_ORDER -> traits.family().isEmpty() ? Stream.of() : Stream.of(family(traits));
            default -> Stream.of();
        };
    }

    private static String series(PricedItem.Traits traits) {
        return "series " + traits.series();
    }

    private static String family(PricedItem.Traits traits) {
        return "family " + traits.family() + "\u0000" + traits.channel();
    }
}
