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
import org.jspecify.annotations.Nullable;

/**
 * The features of the live shop, with the vectors that are asked for again and again kept at hand.
 *
 * <p>How it works: a kept vector is served as long as the parts of the state that it was computed from are the very same objects, and no day
 * ended and nothing that was known ahead came to pass since. So nothing has to be told to forget anything, and what is served equals what
 * would be computed, to the bit.
 */
public final class CachedFeatures implements FeatureStore {

    private record Key(FeatureEntity entity, FeatureSet set) {}

    /**
     * A vector and what it holds for.
     *
     * @param whole the state it was read from, when a feature looked at more of it than the entity's part
     */
    private record Kept(
            FeatureVector vector, PartsRead parts, @Nullable TwinState whole, Instant until) {

        @SuppressWarnings("ReferenceEquality")
        boolean serves(Instant asOf, TwinState state) {
            return !asOf.isBefore(vector.asOf()) && asOf.isBefore(until) && (whole == null || whole == state);
        }
    }

    private final Supplier<? extends TwinState> live;
    private final StateReader reader;
    private final Published published;
    private final FeatureLog log;
    private final Cache<FeatureSet, ReadingPlan> plans;
    private final Cache<Key, Kept> kept;

    /**
     * @param live        the newest state
     * @param published   what rooms publish
     * @param log         gets every vector that is served
     * @param mostVectors kept at hand, the least used being dropped
     */
    public CachedFeatures(
            Supplier<? extends TwinState> live, PublishedFeatures published, FeatureLog log, int mostVectors) {
        this.live = live;
        this.reader = new StateReader(live.get().zone());
        this.published = published;
        this.log = log;
        this.plans = Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();
        this.kept = Caffeine.newBuilder()
                .maximumSize(mostVectors)
                .executor(Runnable::run)
                .build();
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
        var vector = current(state, plan, entity, asOf);
        log.append(vector);
        return vector;
    }

    private FeatureVector current(TwinState state, ReadingPlan plan, FeatureEntity entity, Instant asOf) {
        var key = new Key(entity, plan.set());
        var known = kept.getIfPresent(key);
        var parts = parts(state, plan, entity);
        if (known != null && known.serves(asOf, state) && known.parts().isSame(parts)) {
            return known.vector().at(asOf, state.revision());
        }
        var reading = new EntityReading(plan, state, reader.source(state, asOf), published, entity, asOf);
        var vector = reading.vector();
        if (asOf.isBefore(reading.sameUntil())) {
            kept.put(key, new Kept(vector, parts, reading.looksAtAll() ? state : null, reading.sameUntil()));
        }
        return vector;
    }

    private PartsRead parts(TwinState state, ReadingPlan plan, FeatureEntity entity) {
        var parts = new PartsRead();
        for (var grain : plan.grains()) {
            var part = entity.at(grain);
            reader.addParts(state, part, parts);
            parts.add(published.stamp(part));
        }
        return parts;
    }
}
