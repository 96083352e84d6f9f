package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds what ties prices to each other: families, sizes in order, parity between channels.
 *
 * <p>How it works. All of it comes down to one price being bounded by a rising function of another one. "All of a family within a band" ties each to the
 * lowest of them; where there are more than a few, the lowest gets rungs of its own (a joint), so that the number of ties grows with the family and not
 * with its square.
 */
final class Couplings {

    private static final int FEW = 4;

    private final List<ItemRungs> rungs;
    private final OwnLimits limits;
    private final List<Coupling> found = new ArrayList<>();

    private Couplings(List<ItemRungs> rungs, PriceTicks ticks) {
        this.rungs = rungs;
        this.limits = new OwnLimits(ticks);
    }

    /** @param rungs of all items, in order; joints are added at the end */
    static List<Coupling> of(List<ItemRungs> rungs, Collection<PriceRule> rules, PriceTicks ticks) {
        var couplings = new Couplings(rungs, ticks);
        rules.forEach(couplings::add);
        return couplings.found;
    }

    private void add(PriceRule rule) {
        switch (rule.kind()) {
            case FAMILY_BAND -> groups(rule, Couplings::family).forEach(it -> band(rule, it));
            case PARITY -> groups(rule, it -> Optional.of(it.series())).forEach(it -> band(rule, it));
            case SIZE_ORDER -> groups(rule, Couplings::family).forEach(it -> order(rule, it));
            default -> {}
        }
    }

    /** Within one channel and region: what they may differ by is a matter of parity. */
    private static Optional<String> family(PricedItem.Traits traits) {
        return traits.family().isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("\u0000", traits.family(), traits.channel(), traits.region()));
    }

    /** Items of a rule that belong together, where at least one of them can move. */
    private List<List<Integer>> groups(PriceRule rule, Function<PricedItem.Traits, Optional<String>> key) {
        var groups = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < rungs.size(); i++) {
            int place = i;
            var traits = rungs.get(i).item().traits();
            if (!rungs.get(i).isJoint() && traits.areWithin(rule.scope())) {
                key.apply(traits).ifPresent(it -> groups.computeIfAbsent(it, name -> new ArrayList<>())
                        .add(place));
            }
        }
        return groups.values().stream()
                .filter(it -> it.size() > 1)
                .filter(it ->
                        it.stream().anyMatch(place -> !rungs.get(place).item().isStill()))
                .toList();
    }

    private void band(PriceRule rule, List<Integer> group) {
        Coupling.Most above = (held, price) -> limits.above(held.bound(), price);
        if (group.size() <= FEW) {
            group.forEach(low -> group.stream()
                    .filter(high -> !high.equals(low))
                    .forEach(high -> found.add(new Coupling(rule, low, high, above))));
            return;
        }
        int joint = rungs.size();
        rungs.add(ItemRungs.lowestOf(group.stream().map(rungs::get).toList()));
        group.forEach(it -> {
            found.add(new Coupling(rule, it, joint, above));
            found.add(new Coupling(rule, joint, it, (held, price) -> price));
        });
    }

    private void order(PriceRule rule, List<Integer> group) {
        var levels = List.copyOf(levels(group).values());
        for (int i = 1; i < levels.size(); i++) {
            for (int small : levels.get(i - 1)) {
                for (int big : levels.get(i)) {
                    order(rule, small, big);
                }
            }
        }
    }

    private void order(PriceRule rule, int small, int big) {
        found.add(new Coupling(rule, small, big, (held, price) -> price));
        var sizes = size(small).flatMap(little -> size(big).map(much -> List.of(little, much)));
        sizes.ifPresent(
                it -> found.add(new Coupling(rule, big, small, (held, price) -> scaled(price, it.get(1), it.get(0)))));
    }

    private static long scaled(long price, BigDecimal much, BigDecimal little) {
        return BigDecimal.valueOf(price)
                .multiply(much)
                .divide(little, 0, RoundingMode.FLOOR)
                .min(BigDecimal.valueOf(2 * PriceTicks.LARGEST))
                .longValueExact();
    }

    /** By rank where somebody gave ranks, else by size; who has neither is in no order. */
    private Map<BigDecimal, List<Integer>> levels(List<Integer> group) {
        boolean ranked = group.stream().anyMatch(it -> marks(it).sizeRank().isPresent());
        var levels = new TreeMap<BigDecimal, List<Integer>>(Comparator.naturalOrder());
        for (int place : group) {
            var rank = marks(place).sizeRank();
            var level = ranked
                    ? rank.isPresent() ? Optional.of(BigDecimal.valueOf(rank.getAsInt())) : Optional.<BigDecimal>empty()
                    : size(place);
            level.ifPresent(
                    it -> levels.computeIfAbsent(it, key -> new ArrayList<>()).add(place));
        }
        return levels;
    }

    private Optional<BigDecimal> size(int place) {
        return marks(place).size();
    }

    private PricedItem.Marks marks(int place) {
        return rungs.get(place).item().marks();
    }
}
