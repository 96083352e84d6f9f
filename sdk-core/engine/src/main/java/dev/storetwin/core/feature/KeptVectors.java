package dev.storetwin.core.feature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.state.TwinState;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Vectors that are asked for again and again, kept at hand.
 *
 * <p>How it works: a kept vector is served as long as the parts of the state that it was computed from are the very same objects, and no day
 * ended and nothing that was known ahead came to pass since. So nothing has to be told to forget anything, and what is served equals what
 * would be computed, to the bit.
 */
final class KeptVectors {

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

    private final StateReader reader;
    private final Published published;
    private final Cache<Key, Kept> kept;

    /** @param most vectors, the least used being dropped */
    KeptVectors(ZoneId zone, Published published, int most) {
        this.reader = new StateReader(zone);
        this.published = published;
        this.kept =
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    boolean isOf(ZoneId zone) {
        return reader.isOf(zone);
    }

    FeatureVector vector(TwinState state, ReadingPlan plan, FeatureEntity entity, Instant asOf) {
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
