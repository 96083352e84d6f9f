package dev.storetwin.pricing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rules that cannot hold together, though any one fewer could, and what would help.
 *
 * @param rules       the smallest such set that was found, in the order in which they would give way
 * @param relaxations one for each rule, in the same order: the first is the one to look at first
 */
public record PriceClash(List<PriceRule> rules, List<Relaxation> relaxations) {

    public PriceClash {
        rules = List.copyOf(rules);
        relaxations = List.copyOf(relaxations);
    }

    /**
     * What one rule would have to be so that the others can hold.
     *
     * @param to the bound that is just enough; empty when only giving the rule up helps
     */
    public record Relaxation(PriceRule rule, Optional<PriceBound> to) {

        @Override
        public String toString() {
            var word = rule.kind().word();
            return to.map(it -> "ease %s to %s".formatted(word, it)).orElse("give up " + word);
        }
    }

    /** For example {@code margin_floor 50 % (*) and max_rise 5 % (*) cannot hold together: ease max_rise to 12.5 %, or ease margin_floor to 46.3 %}. */
    public String inWords() {
        return "%s: %s"
                .formatted(
                        clash(), relaxations.stream().map(Relaxation::toString).collect(Collectors.joining(", or ")));
    }

    private String clash() {
        return rules.size() == 1
                ? rules.get(0) + " leaves no price"
                : rules.stream().map(PriceRule::toString).collect(Collectors.joining(" and "))
                        + " cannot hold together";
    }
}
