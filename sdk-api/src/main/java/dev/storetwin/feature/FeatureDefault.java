package dev.storetwin.feature;

import java.util.OptionalDouble;

/**
 * What stands in for a value that cannot be known.
 *
 * @param value empty when nothing does: the value is missing, with its reason
 */
public record FeatureDefault(OptionalDouble value) {

    /** Missing stays missing. */
    public static final FeatureDefault MISSING = new FeatureDefault(OptionalDouble.empty());

    public FeatureDefault {
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException(
                    "%s cannot stand in for a value.\nMaybe FeatureDefault.MISSING is meant.".formatted(value));
        }
    }

    public static FeatureDefault of(double value) {
        return new FeatureDefault(OptionalDouble.of(value));
    }

    @Override
    public String toString() {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "missing";
    }
}
