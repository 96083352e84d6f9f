package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rules that cannot hold together, though any one fewer could: the smallest such set.
 *
 * <p>How it works. Rules are left out one by one as long as the rest still clashes; what remains needs each of its rules. Smaller sets are then looked
 * for from the smallest on, as far as there are not too many to try.
 *
 * @param rules in the order in which they would give way
 */
record RuleClash(List<PriceRule> rules) {

    private static final int MOST_TRIES = 5_000;

    /** What has the largest priority gives way first; of equals, what the merchant would rather give up. What has none never does. */
    private static final Comparator<PriceRule> FIRST_TO_GIVE_WAY = Comparator.<PriceRule>comparingInt(
                    it -> -it.priority().orElse(Integer.MIN_VALUE + 1))
            .thenComparing(PriceRule::kind)
            .thenComparing(it -> it.scope().toString())
            .thenComparing(it -> it.bound().toString());

    /**
     * Finds one.
     *
     * @param rules cannot all hold
     * @param canHold whether some of them can; more never can where fewer cannot
     */
    static RuleClash among(Collection<PriceRule> rules, Predicate<Set<PriceRule>> canHold) {
        var narrowed = new LinkedHashSet<>(rules);
        for (var rule : rules) {
            narrowed.remove(rule);
            if (canHold.test(narrowed)) {
                narrowed.add(rule);
            }
        }
        var smallest = smaller(List.copyOf(rules), narrowed.size(), canHold).orElse(narrowed);
        return new RuleClash(smallest.stream().sorted(FIRST_TO_GIVE_WAY).toList());
    }

    private static Optional<Set<PriceRule>> smaller(
            List<PriceRule> rules, int size, Predicate<Set<PriceRule>> canHold) {
        var tries = new int[] {MOST_TRIES};
        for (int fewer = 1; fewer < size; fewer++) {
            var found = clashing(rules, 0, fewer, new ArrayList<>(), canHold, tries);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Set<PriceRule>> clashing(
            List<PriceRule> rules,
            int from,
            int more,
            List<PriceRule> taken,
            Predicate<Set<PriceRule>> canHold,
            int[] tries) {
        if (more == 0) {
            var some = new LinkedHashSet<>(taken);
            return tries[0]-- > 0 && !canHold.test(some) ? Optional.of(some) : Optional.empty();
        }
        for (int i = from; i <= rules.size() - more && tries[0] > 0; i++) {
            taken.add(rules.get(i));
            var found = clashing(rules, i + 1, more - 1, taken, canHold, tries);
            if (found.isPresent()) {
                return found;
            }
            taken.remove(taken.size() - 1);
        }
        return Optional.empty();
    }

    /** The rule that gives way; empty when none of them may be broken. */
    Optional<PriceRule> givesWay() {
        return rules.stream().filter(it -> it.priority().isPresent()).findFirst();
    }
}
