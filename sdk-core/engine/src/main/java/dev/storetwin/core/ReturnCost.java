package dev.storetwin.core;

import dev.storetwin.core.feature.Published;
import dev.storetwin.core.feature.ShopFeatures;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.OptionalDouble;

/** What rooms that know returns expect a sold unit to cost by coming back. */
record ReturnCost(Published published) {

    /** Empty when nobody tells, when it was told too long ago, and when it is below zero. */
    OptionalDouble of(Sku sku, Channel channel, Instant asOf) {
        var feature = ShopFeatures.EXPECTED_RETURN_COST.definition();
        return published.value(feature.name(), FeatureEntity.of(sku, channel), asOf).stream()
                .filter(it -> !it.describes().plus(feature.freshness()).isBefore(asOf))
                .mapToDouble(Published.Value::value)
                .filter(it -> it >= 0)
                .findFirst();
    }
}
