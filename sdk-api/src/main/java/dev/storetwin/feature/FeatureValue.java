package dev.storetwin.feature;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One number at one moment.
 *
 * @param value         empty when it cannot be known and nothing stands in for it
 * @param asOf          the moment that was asked about
 * @param describes     the moment up to which it counts
 * @param missingReason why it cannot be known; with a value, why the declared default stands in
 */
public record FeatureValue(
        FeatureDefinition definition,
        OptionalDouble value,
        Instant asOf,
        Instant describes,
        Optional<String> missingReason) {

    /** How old the newest thing is that it could count. */
    public Duration age() {
        return Duration.between(describes, asOf);
    }

    /** Older than its definition allows. */
    public boolean isStale() {
        return age().compareTo(definition.freshness()) > 0;
    }

    public boolean isDefault() {
        return value.isPresent() && missingReason.isPresent();
    }
}
