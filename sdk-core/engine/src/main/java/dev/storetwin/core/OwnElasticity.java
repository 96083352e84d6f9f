package dev.storetwin.core;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.storetwin.core.feature.ShopFeatures;
import dev.storetwin.decision.Decision;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeaturePublisher;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Evidence;
import java.time.ZoneOffset;
import java.util.OptionalDouble;

/**
 * Leaves the elasticity that a price was planned with for the rooms that do not know pricing.
 *
 * <p>One book of elasticities gives a SKU one number: it is left when the book is another one, and once a day, so that it does not grow stale.
 */
final class OwnElasticity {

    private static final int MOST_KNOWN = 10_000;
    private static final String BOOK = "elasticity";

    private final FeaturePublisher publisher;
    private final Cache<FeatureEntity, String> left = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .executor(Runnable::run)
            .build();

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
        return !now.equals(left.asMap().put(FeatureEntity.of(decision.target()), now));
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
