package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** All rules of a plan, each once, found by what they cover. */
final class RuleBook {

    private final List<PriceRule> rules;
    private final Map<PriceScope, List<Integer>> byScope = new HashMap<>();

    RuleBook(List<PriceRule> given) {
        this.rules = List.copyOf(new LinkedHashSet<>(given));
        for (int i = 0; i < rules.size(); i++) {
            byScope.computeIfAbsent(rules.get(i).scope(), it -> new ArrayList<>())
                    .add(i);
        }
    }

    List<PriceRule> all() {
        return rules;
    }

    /** Those that cover an item, in order. */
    List<PriceRule> covering(PricedItem item) {
        var found = new ArrayList<Integer>();
        for (var by : PriceScope.By.values()) {
            var name = item.traits().of(by);
            if (by == PriceScope.By.EVERYTHING) {
                found.addAll(byScope.getOrDefault(PriceScope.EVERYTHING, List.of()));
            } else if (!name.isBlank()) {
                found.addAll(byScope.getOrDefault(new PriceScope(by, name), List.of()));
            }
        }
        return found.stream().sorted().map(rules::get).toList();
    }
}
