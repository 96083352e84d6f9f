package dev.storetwin.core;

import dev.storetwin.core.feature.ShopFeatures;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeaturePublisher;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.proposal.Evidence;
import java.util.OptionalDouble;

/**
 * Leaves what an order decision found about running out for the rooms that do not know inventory: the probability that some demand finds nothing
 * between the arrival of an order placed now and that of the next one, if none is placed.
 */
record StockOutRisk(FeaturePublisher publisher) {

    /** Nothing is left where too little is known to say. */
    Decision<Replenishment> published(Decision<Replenishment> decision) {
        of(decision)
                .ifPresent(it -> publisher.publish(
                        ShopFeatures.STOCK_OUT_RISK.definition(),
                        FeatureEntity.of(decision.target()),
                        it,
                        decision.asOf()));
        return decision;
    }

    private static OptionalDouble of(Decision<Replenishment> decision) {
        return decision.alternatives().stream()
                .map(JudgedAlternative::proposed)
                .filter(it -> it.isDoNothing())
                .flatMap(it -> it.evidence().stream())
                .filter(it -> it.name().equals(Evidence.STOCK_OUT))
                .mapToDouble(Evidence::value)
                .filter(Double::isFinite)
                .findFirst();
    }
}
