package dev.storetwin.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Features that are read together, in a fixed order: what one model eats.
 */
public final class FeatureSet {

    private final String name;
    private final Grain grain;
    private final List<Feature> features;
    private final Map<String, Integer> places = new HashMap<>();
    private final String version;

    private FeatureSet(String name, Grain grain, List<Feature> features) {
        this.name = name;
        this.grain = grain;
        this.features = List.copyOf(features);
        this.features.forEach(this::place);
        this.version = FeatureDefinition.sha256(this.features.stream()
                        .map(it -> it.definition().hash())
                        .collect(Collectors.joining("\n", grain + "\n", "")))
                .substring(0, 16);
    }

    /**
     * Some features in an order that never changes.
     *
     * @param name     for people and logs
     * @param grain    what a vector is about; features of a coarser grain are read of what the entity is part of
     * @throws IllegalArgumentException when two features share a name, or a feature's grain does not fit
     */
    public static FeatureSet of(String name, Grain grain, List<Feature> features) {
        return new FeatureSet(name, grain, features);
    }

    private void place(Feature feature) {
        var definition = feature.definition();
        if (!grain.rollsUpTo(definition.grain())) {
            throw new IllegalArgumentException(
                    "%s is about a %s, the set '%s' about a %s.\nMaybe it belongs into another set."
                            .formatted(definition, definition.grain(), name, grain));
        }
        if (places.put(feature.name(), places.size()) != null) {
            throw new IllegalArgumentException(
                    "The set '%s' holds two features named %s.\nMaybe one of them is an older version."
                            .formatted(name, feature.name()));
        }
    }

    public String name() {
        return name;
    }

    public Grain grain() {
        return grain;
    }

    public List<Feature> features() {
        return features;
    }

    public int size() {
        return features.size();
    }

    public FeatureDefinition definition(int place) {
        return features.get(place).definition();
    }

    /** Where a feature stands in every vector of the set. */
    public OptionalInt place(String feature) {
        var place = places.get(feature);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** The version by content: equal exactly when the same features stand in the same order. */
    public String version() {
        return version;
    }

    /** The features with these names, in this order. */
    public FeatureSet only(String newName, List<String> names) {
        return of(newName, grain, names.stream().map(this::feature).toList());
    }

    /**
     * The feature of a name.
     *
     * @throws IllegalArgumentException when the set has none of that name
     */
    public Feature feature(String feature) {
        return features.get(place(feature)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The set '%s' holds no feature named '%s'.\n%s".formatted(name, feature, hint(feature)))));
    }

    private String hint(String feature) {
        var names = features.stream().map(Feature::name).toList();
        return NearestName.hint(feature, names, "Maybe it belongs into another set.");
    }

    @Override
    public String toString() {
        return "%s (%d features of a %s, version %s)".formatted(name, size(), grain, version);
    }
}
