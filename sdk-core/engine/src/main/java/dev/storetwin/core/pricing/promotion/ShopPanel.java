package dev.storetwin.core.pricing.promotion;

import dev.storetwin.pricing.PromotionQuestion;
import dev.storetwin.state.CatalogView;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Sku;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which things of a shop are looked at for one question: the SKU, its like, what is said to be related, and the best sellers of other
 * categories, which tell what moves the whole shop.
 */
final class ShopPanel {

    private static final int MOST_LIKE = 30;
    private static final int MOST_OTHERS = 30;

    private final PromotionDays days;
    private final PromotionQuestion question;
    private final Sku sku;

    ShopPanel(PromotionDays days, PromotionQuestion question) {
        this.days = days;
        this.question = question;
        this.sku = catalog().resolve(question.sku());
    }

    private CatalogView catalog() {
        return days.state().catalog();
    }

    Sku sku() {
        return sku;
    }

    /** @param asked the promotion that is asked about, where it was */
    PromotionStudy study(Optional<Span> asked) {
        var members = new LinkedHashSet<Sku>();
        members.add(sku);
        members.addAll(sorted(question.substitutes()));
        members.addAll(sorted(question.companions()));
        members.addAll(bestSellers(true, MOST_LIKE));
        members.addAll(bestSellers(false, MOST_OTHERS));
        var panel = PromotionPanel.of(
                Rhythm.DAYS,
                members.stream()
                        .sorted()
                        .map(it -> days.sales(it, it.equals(sku) ? asked : Optional.empty()))
                        .toList());
        return PromotionStudy.of(panel, relations(), days.category(sku));
    }

    private List<Sku> bestSellers(boolean like, int most) {
        var category = days.category(sku);
        TwinState state = days.state();
        return catalog().skus().stream()
                .filter(it -> days.category(it).equals(category) == like)
                .filter(it -> !like || !category.isEmpty())
                .sorted(Comparator.<Sku>comparingDouble(
                                it -> -state.demand().units(it, days.channel(), days.from(), days.until()))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    SortedSet<Sku> substitutes() {
        return sorted(question.substitutes());
    }

    SortedSet<Sku> companions() {
        return sorted(question.companions());
    }

    private SortedSet<Sku> sorted(Set<Sku> skus) {
        return skus.stream().map(catalog()::resolve).collect(Collectors.toCollection(TreeSet::new));
    }

    private Relations relations() {
        var substitutes = new TreeMap<String, SortedSet<String>>();
        var companions = new TreeMap<String, SortedSet<String>>();
        if (!question.substitutes().isEmpty()) {
            substitutes.put(sku.value(), names(substitutes()));
        }
        companions.put(sku.value(), names(companions()));
        return new Relations(substitutes, companions);
    }

    private static SortedSet<String> names(Set<Sku> skus) {
        return skus.stream().map(Sku::value).collect(Collectors.toCollection(TreeSet::new));
    }
}
