package dev.storetwin.pricing;

import dev.storetwin.pricing.PriceRule.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What prices that are planned together are to be.
 *
 * @param pairs    to plan, none twice; empty for every SKU in every channel where it has a price
 * @param category that the pairs are narrowed to; empty for all
 * @param size     the attribute of a variant that tells its size as a number, for rules on sizes; empty when none does
 * @param rules    that all prices keep. Families are the variants of a product, a series is a SKU
 */
public record PriceWishes(
        Optional<List<SkuInChannel>> pairs, Optional<String> category, Optional<String> size, List<PriceRule> rules) {

    public PriceWishes {
        pairs = pairs.map(List::copyOf);
        rules = List.copyOf(rules);
        pairs.ifPresent(PriceWishes::requireDifferent);
        rules.forEach(PriceWishes::requireKnown);
    }

    private static void requireDifferent(List<SkuInChannel> pairs) {
        if (pairs.stream().distinct().count() < pairs.size()) {
            throw new IllegalArgumentException(
                    "A plan has each SKU in each channel once.\nMaybe two lists were joined that overlap.");
        }
    }

    private static void requireKnown(PriceRule rule) {
        if (rule.kind() == Kind.SALVAGE) {
            throw new IllegalArgumentException("""
                    %s: prices planned together look at a few weeks, after which nothing is left for salvage.
                    Maybe a MarkdownWish is meant, which has a date and a salvage.""".formatted(rule));
        }
        if (rule.scope().by() == PriceScope.By.REGION) {
            throw new IllegalArgumentException("""
                    %s: a twin knows channels, not in which region they sell.
                    Maybe one rule for each channel of the region.""".formatted(rule));
        }
    }

    /** Everything that has a price, without rules, for what the twin plans prices for anyway. */
    public static PriceWishes all() {
        return new PriceWishes(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** The same for these alone. */
    public PriceWishes only(List<SkuInChannel> some) {
        return new PriceWishes(Optional.of(some), category, size, rules);
    }

    /** The same for one category alone. */
    public PriceWishes inCategory(String name) {
        return new PriceWishes(pairs, Optional.of(name), size, rules);
    }

    /** The same for an aim: a rule like others, which one of a narrower scope may contradict. */
    public PriceWishes aimingAt(PriceAim aim) {
        return under(PriceRule.aim(aim));
    }

    /** The same, with sizes of variants told by an attribute. */
    public PriceWishes sizedBy(String attribute) {
        return new PriceWishes(pairs, category, Optional.of(attribute), rules);
    }

    /** The same under more rules. */
    public PriceWishes under(PriceRule... more) {
        var all = new ArrayList<>(rules);
        all.addAll(List.of(more));
        return new PriceWishes(pairs, category, size, all);
    }
}
