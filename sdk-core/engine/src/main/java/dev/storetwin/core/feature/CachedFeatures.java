package dev.storetwin.core.feature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureLog;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.FeatureStore;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.state.TwinState;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The features of the live shop, with the vectors that are asked for again and again kept at hand. */
public final class CachedFeatures implements FeatureStore {

    private final Supplier<? extends TwinState> live;
    private final FeatureLog log;
    private final Cache<FeatureSet, ReadingPlan> plans;
    private final KeptVectors kept;

    /**
     * @param live        the newest state
     * @param published   what rooms publish
     * @param log         gets every vector that is served
     * @param mostVectors kept at hand, the least used being dropped
     */
    public CachedFeatures(
            Supplier<? extends TwinState> live, PublishedFeatures published, FeatureLog log, int mostVectors) {
        this.live = live;
        this.log = log;
        this.plans = Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();
        this.kept = new KeptVectors(live.get().zone(), published, mostVectors);
    }

    @Override
    public FeatureVector vector(FeatureEntity entity, FeatureSet set, Instant asOf) {
        return served(live.get(), plan(set), entity, asOf);
    }

    @Override
    public List<FeatureVector> vectors(List<FeatureEntity> entities, FeatureSet set, Instant asOf) {
        var state = live.get();
        var plan = plan(set);
        return entities.stream().map(it -> served(state, plan, it, asOf)).toList();
    }

    private ReadingPlan plan(FeatureSet set) {
        return plans.get(set, ReadingPlan::new);
    }

    private FeatureVector served(TwinState state, ReadingPlan plan, FeatureEntity entity, Instant asOf) {
        var vector = kept.vector(state, plan, entity, asOf);
        log.append(vector);
        return vector;
    }
}
