package dev.storetwin.core;

import dev.storetwin.core.feature.ShopFeatures;
import dev.storetwin.decision.Decision;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeaturePublisher;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Evidence;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Leaves the elasticity that a price was planned with for the rooms that do not know pricing.
 *
 * <p>One book of elasticities gives a SKU one number: it is left when the book is another one, and once a day, so that it does not grow stale. Who was left
 * what is forgotten now and then, and then it is left once more.
 */
final class OwnElasticity {

    private static final int MOST_KNOWN = 10_000;
    private static final String BOOK = "elasticity";

    private final FeaturePublisher publisher;
    private final ConcurrentMap<FeatureEntity, String> left = new ConcurrentHashMap<>();

    OwnElasticity(FeaturePublisher publisher) {
        this.publisher = publisher;
    }

    /** Nothing is left where too little is known to say, or where the budget did not allow to look. */
    Decision<PriceChange> published(Decision<PriceChange> decision) {
        var elasticity = of(decision);
        if (elasticity.isPresent() && isNews(decision)) {
            publisher.publish(
                    ShopFeatures.OWN_PRICE_ELASTICITY.definition(),
                    FeatureEntity.of(decision.target()),
                    elasticity.getAsDouble(),
                    decision.asOf());
        }
        return decision;
    }

    private boolean isNews(Decision<PriceChange> decision) {
        var day = decision.asOf().atZone(ZoneOffset.UTC).toLocalDate();
        var now = decision.versions().getOrDefault(BOOK, "") + " " + day;
        if (left.size() >= MOST_KNOWN) {
            left.clear();
        }
        return !now.equals(left.put(FeatureEntity.of(decision.target()), now));
    }

    private static OptionalDouble of(Decision<PriceChange> decision) {
        if (decision.work().effort() == Effort.SIMPLE) {
            return OptionalDouble.empty();
        }
        return decision.evidence().stream()
                .filter(it -> it.name().equals("elasticity"))
                .mapToDouble(Evidence::value)
                .filter(Double::isFinite)
                .findFirst();
    }
}
