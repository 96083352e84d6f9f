package dev.storetwin.feature;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One number at one moment.
 *
 * @param value         empty when it cannot be known
 * @param asOf          the moment that it describes
 * @param missingReason why it is empty
 */
public record FeatureValue(
        FeatureDefinition definition, OptionalDouble value, Instant asOf, Optional<String> missingReason) {

    public static FeatureValue of(FeatureDefinition definition, double value, Instant asOf) {
        return new FeatureValue(definition, OptionalDouble.of(value), asOf, Optional.empty());
    }

    public static FeatureValue missing(FeatureDefinition definition, Instant asOf, String reason) {
        return new FeatureValue(definition, OptionalDouble.empty(), asOf, Optional.of(reason));
    }
}
