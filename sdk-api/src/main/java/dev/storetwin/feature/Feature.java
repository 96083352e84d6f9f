package dev.storetwin.feature;

/**
 * A definition with the computation that it names.
 */
public record Feature(FeatureDefinition definition, FeatureKernel kernel) {

    public String name() {
        return definition.name();
    }
}
