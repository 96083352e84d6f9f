package dev.storetwin.core.guardrail;

import dev.storetwin.core.feature.FeatureCatalogue;
import dev.storetwin.core.feature.RememberedFeatures;
import dev.storetwin.event.CutOffChanged;
import dev.storetwin.feature.Feature;
import dev.storetwin.feature.FeatureDefinition;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureSource;
import dev.storetwin.feature.Features;
import dev.storetwin.feature.Grain;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Figure;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The features that the rules in force name. They are computed from the state alone, so that a decision can be made again. */
final class Figures {

    /** Entities of a grain. */
    private static final int KEPT = 1_024;

    private final Map<Grain, FeatureSource> byGrain;

    private Figures(Map<Grain, FeatureSource> byGrain) {
        this.byGrain = byGrain;
    }

    static Figures of(FeatureCatalogue catalogue, FactNeeds needs) {
        if (!needs.isWanted(Figure.class)) {
            return new Figures(Map.of());
        }
        var names = needs.named(catalogue.definitions().stream()
                .filter(Figures::isUsable)
                .map(FeatureDefinition::name)
                .toList());
        var byGrain = names.stream()
                .collect(Collectors.groupingBy(
                        it -> catalogue.feature(it).definition().grain(), TreeMap::new, Collectors.toList()));
        var sources = new TreeMap<Grain, FeatureSource>();
        byGrain.forEach((grain, some) -> sources.put(grain, new RememberedFeatures(catalogue.set(grain, some), KEPT)));
        return new Figures(sources);
    }

    /** What rooms publish is not part of the state, and nobody decides about a customer. */
    static boolean isUsable(FeatureDefinition definition) {
        return !definition.kernel().equals(Features.PUBLISHED) && definition.grain() != Grain.SUBJECT;
    }

    /** The contents of their definitions, by name. */
    Map<String, String> versions() {
        var versions = new TreeMap<String, String>();
        byGrain.values().forEach(it -> versions.putAll(versions(it)));
        return versions;
    }

    static Map<String, String> versions(FeatureSource source) {
        return source.set().features().stream()
                .map(Feature::definition)
                .collect(Collectors.toMap(it -> "feature:" + it.id(), FeatureDefinition::hash));
    }

    List<Fact> of(TwinState state, Target target, Instant asOf) {
        var facts = new ArrayList<Fact>();
        byGrain.forEach(
                (grain, source) -> entities(grain, state, target).forEach(it -> add(source, state, it, asOf, facts)));
        return facts;
    }

    private static void add(
            FeatureSource source, TwinState state, FeatureEntity entity, Instant asOf, List<Fact> facts) {
        var vector = source.read(state, entity, asOf);
        for (int i = 0; i < vector.size(); i++) {
            if (!Double.isNaN(vector.value(i))) {
                facts.add(new Figure(source.set().definition(i).name(), about(entity), vector.value(i)));
            }
        }
    }

    private static String about(FeatureEntity entity) {
        return entity.part().isEmpty() ? entity.id() : entity.id() + "@" + entity.part();
    }

    private static Stream<FeatureEntity> entities(Grain grain, TwinState state, Target target) {
        return switch (grain) {
            case SHOP -> Stream.of(FeatureEntity.SHOP);
            case SKU -> target.sku().map(FeatureEntity::of).stream();
            case NODE -> target.node().map(FeatureEntity::of).stream();
            case SKU_CHANNEL ->
                target.sku().flatMap(sku -> target.channel().map(it -> FeatureEntity.of(sku, it))).stream();
            case SKU_NODE -> target.sku().flatMap(sku -> target.node().map(it -> FeatureEntity.of(sku, it))).stream();
            case CARRIER ->
                target.node().stream()
                        .flatMap(it -> state.network().cutOffs(it).stream())
                        .map(CutOffChanged::service)
                        .map(it -> it.carrier())
                        .distinct()
                        .sorted()
                        .map(FeatureEntity::of);
            case SUBJECT -> Stream.empty();
        };
    }
}
