package dev.storetwin.core.pricing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The elasticities of categories and of the shop, each drawn to the larger whole by how little it knows (empirical Bayes).
 *
 * <p>How it works: estimates scatter around their category by more than their standard errors; that excess is the spread of true values
 * (DerSimonian and Laird 1986, drawn to a usual spread while estimates are few). A category's mean weighs estimates by precision and is
 * drawn to the shop's, the shop's to what is usual in the trade.
 */
final class ElasticityPool {

    private static final double USUAL_SPREAD = .5;
    private static final double USUAL_WEIGHT = 5;
    private static final double CATEGORY_SPREAD = .3;

    private final Map<String, Mean> categories;
    private final Mean shop;
    private final double spread;

    private ElasticityPool(Map<String, Mean> categories, Mean shop, double spread) {
        this.categories = categories;
        this.shop = shop;
        this.spread = spread;
    }

    /**
     * One SKU's estimate.
     *
     * @param error its standard error
     */
    record Member(String category, double estimate, double error) {

        double precision() {
            return 1 / (error * error);
        }
    }

    /**
     * What a group's elasticity is.
     *
     * @param name    of the group, in words
     * @param error   its standard error
     * @param members that it was learned from
     */
    record Mean(String name, double value, double error, int members) {}

    static ElasticityPool of(List<Member> members, ElasticityOptions options) {
        var byCategory = new TreeMap<String, List<Member>>();
        for (var member : members) {
            byCategory
                    .computeIfAbsent(member.category(), it -> new ArrayList<>())
                    .add(member);
        }
        double spread = spread(byCategory.values());
        var usual = new Mean("shops in general", options.usual(), options.usualSpread(), 0);
        var shop = members.isEmpty() ? usual : mean("the shop", members, usual, spread);
        var categories = new TreeMap<String, Mean>();
        byCategory.forEach((category, inside) -> {
            var name = category.isEmpty() ? "the shop" : "category " + category;
            categories.put(category, mean(name, inside, asCategory(shop), spread));
        });
        return new ElasticityPool(categories, shop, spread);
    }

    private static Mean mean(String name, List<Member> members, Mean prior, double spread) {
        double weights = 1 / (prior.error() * prior.error());
        double sum = weights * prior.value();
        for (var member : members) {
            double weight = 1 / (1 / member.precision() + spread * spread);
            weights += weight;
            sum += weight * member.estimate();
        }
        return new Mean(name, sum / weights, Math.sqrt(1 / weights), members.size());
    }

    /** What is known of a category of which nothing is known but its shop: that categories differ. */
    private static Mean asCategory(Mean shop) {
        return new Mean(shop.name(), shop.value(), Math.hypot(shop.error(), CATEGORY_SPREAD), shop.members());
    }

    private static double spread(Collection<List<Member>> categories) {
        double excess = 0;
        double scale = 0;
        int freedom = 0;
        for (var members : categories) {
            double weights = members.stream().mapToDouble(Member::precision).sum();
            double mean = members.stream()
                            .mapToDouble(it -> it.precision() * it.estimate())
                            .sum()
                    / weights;
            double squares = members.stream()
                    .mapToDouble(it -> it.precision() * it.precision())
                    .sum();
            excess += members.stream()
                    .mapToDouble(it -> it.precision() * (it.estimate() - mean) * (it.estimate() - mean))
                    .sum();
            scale += weights - squares / weights;
            freedom += members.size() - 1;
        }
        double variance = freedom == 0 || !(scale > 0) ? 0 : Math.max(0, (excess - freedom) / scale);
        double drawn = (USUAL_WEIGHT * USUAL_SPREAD * USUAL_SPREAD + freedom * variance) / (USUAL_WEIGHT + freedom);
        return Math.sqrt(drawn);
    }

    /** The category's mean; where the category has no estimate, the shop's. */
    Mean group(String category) {
        return categories.getOrDefault(category, asCategory(shop));
    }

    Mean shop() {
        return shop;
    }

    /** Standard deviation of true elasticities around their group's. */
    double spread() {
        return spread;
    }
}
