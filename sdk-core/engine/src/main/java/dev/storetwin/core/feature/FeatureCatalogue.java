package dev.storetwin.core.feature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.storetwin.feature.Feature;
import dev.storetwin.feature.FeatureDefinition;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.Grain;
import dev.storetwin.feature.NearestName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Features by name: the shop's own and those of a host. Immutable. */
public final class FeatureCatalogue {

    private static final int MOST_ASKED = 256;

    private record Asked(Grain grain, List<String> features) {}

    private final SortedMap<String, Feature> byName;
    private final Cache<Asked, FeatureSet> asked = Caffeine.newBuilder()
            .maximumSize(MOST_ASKED)
            .executor(Runnable::run)
            .build();

    private FeatureCatalogue(SortedMap<String, Feature> byName) {
        this.byName = byName;
    }

    /** The features that every shop has. */
    public static FeatureCatalogue ofShop() {
        var byName = new TreeMap<String, Feature>();
        ShopFeatures.catalogue().forEach(it -> byName.put(it.name(), it));
        return new FeatureCatalogue(byName);
    }

    /**
     * The same with more. A feature that is there already with the same content is there once.
     *
     * @throws IllegalArgumentException when a name is taken by a feature of another content
     */
    public FeatureCatalogue with(Collection<Feature> more) {
        var all = new TreeMap<>(byName);
        for (var feature : more) {
            var standing = all.putIfAbsent(feature.name(), feature);
            if (standing != null) {
                requireSame(standing.definition(), feature.definition());
            }
        }
        return new FeatureCatalogue(all);
    }

    private static void requireSame(FeatureDefinition standing, FeatureDefinition added) {
        if (!standing.hash().equals(added.hash())) {
            throw new IllegalArgumentException("""
                    There is a feature named %s with another content: %s of a %s by '%s' over %s, and not by '%s' over %s.
                    Maybe another name is meant; a definition never changes, so that what a model was trained on keeps its meaning.""".formatted(
                            standing.name(),
                            standing,
                            standing.grain(),
                            standing.kernel(),
                            standing.window(),
                            added.kernel(),
                            added.window()));
        }
    }

    /** By grain and name. */
    public List<FeatureDefinition> definitions() {
        return byName.values().stream()
                .map(Feature::definition)
                .sorted(Comparator.comparing(FeatureDefinition::grain).thenComparing(FeatureDefinition::name))
                .toList();
    }

    /**
     * The feature of a name.
     *
     * @throws IllegalArgumentException when there is none; the message names the nearest
     */
    public Feature feature(String name) {
        var found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no feature named '%s'.\n%s"
                            .formatted(
                                    name,
                                    NearestName.hint(
                                            name,
                                            byName.keySet(),
                                            "Maybe it is one of your own that the builder was not told of: StoreTwinBuilder.feature(...).")));
        }
        return found;
    }

    /** Some features as a set, in this order, named after them. The same names are the same set, so that what is kept at hand is found again. */
    public FeatureSet set(Grain grain, List<String> features) {
        return asked.get(
                new Asked(grain, features), it -> set(String.join(", ", it.features()), it.grain(), it.features()));
    }

    /** Some features as a set, in this order. */
    public FeatureSet set(String name, Grain grain, List<String> features) {
        return FeatureSet.of(name, grain, features.stream().map(this::feature).toList());
    }
}
