package dev.storetwin.feature;

import dev.storetwin.type.Target;
import java.util.List;
import java.util.OptionalDouble;

/**
 * All numbers of one target at one moment, in order of definition.
 */
public record FeatureVector(Target target, List<FeatureValue> values) {

    public FeatureVector {
        values = List.copyOf(values);
    }

    /** Empty when the feature is not part of the vector or has no value. */
    public OptionalDouble value(String name) {
        for (var value : values) {
            if (value.definition().name().equals(name)) {
                return value.value();
            }
        }
        return OptionalDouble.empty();
    }
}
