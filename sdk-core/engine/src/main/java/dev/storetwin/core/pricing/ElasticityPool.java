package dev.storetwin.core.pricing;

import java.util.ArrayList;
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
    private final Mean otherCategory;
    private final double spread;

    private ElasticityPool(Map<String, Mean> categories, Mean shop, Mean otherCategory, double spread) {
        this.categories = categories;
        this.shop = shop;
        this.otherCategory = otherCategory;
        this.spread = spread;
    }

    /**
     * One SKU's estimate.
     *
     * @param error its standard error
     */
    record Member(String category, double estimate, double error) {}

    /**
     * What a group's elasticity is.
     *
     * @param error   its standard error
     * @param members that it was learned from
     */
    record Mean(double value, double error, int members) {}

    static ElasticityPool of(List<Member> members, ElasticityOptions options) {
        double spread = spread(members);
        var usual = new Mean(options.usual(), options.usualSpread(), 0);
        var shop = mean(members, usual, spread);
        var category = new Mean(shop.value(), Math.hypot(shop.error(), CATEGORY_SPREAD), 0);
        var byCategory = new TreeMap<String, List<Member>>();
        for (var member : members) {
            byCategory
                    .computeIfAbsent(member.category(), it -> new ArrayList<>())
                    .add(member);
        }
        var categories = new TreeMap<String, Mean>();
        byCategory.forEach((name, inside) -> categories.put(name, mean(inside, category, spread)));
        return new ElasticityPool(categories, shop, category, spread);
    }

    private static Mean mean(List<Member> members, Mean prior, double spread) {
        double weights = 1 / (prior.error() * prior.error());
        double sum = weights * prior.value();
        for (var member : members) {
            double weight = 1 / (member.error() * member.error() + spread * spread);
            weights += weight;
            sum += weight * member.estimate();
        }
        return new Mean(sum / weights, Math.sqrt(1 / weights), members.size());
    }

    private static double spread(List<Member> members) {
        double weights = 0;
        double squares = 0;
        double sum = 0;
        for (var member : members) {
            double weight = 1 / (member.error() * member.error());
            weights += weight;
            squares += weight * weight;
            sum += weight * member.estimate();
        }
        double excess = 0;
        for (var member : members) {
            double distance = member.estimate() - sum / weights;
            excess += distance * distance / (member.error() * member.error());
        }
        int freedom = Math.max(0, members.size() - 1);
        double variance = freedom == 0 ? 0 : Math.max(0, (excess - freedom) / (weights - squares / weights));
        double drawn = (USUAL_WEIGHT * USUAL_SPREAD * USUAL_SPREAD + freedom * variance) / (USUAL_WEIGHT + freedom);
        return Math.sqrt(drawn);
    }

    /** The category's mean; where the category has no estimate, the shop's, with the doubt that categories differ. */
    Mean group(String category) {
        return categories.getOrDefault(category, otherCategory);
    }

    Mean shop() {
        return shop;
    }

    /** Standard deviation of true elasticities around their group's. */
    double spread() {
        return spread;
    }
}
