package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureEntity;
import java.time.Instant;
import java.util.Optional;

/** What rooms have published about entities. */
public interface Published {

    /** Nothing was published. */
    Published NOTHING = new Published() {
        @Override
        public Optional<Value> value(String name, FeatureEntity entity, Instant asOf) {
            return Optional.empty();
        }

        @Override
        public Instant unchangedUntil(String name, FeatureEntity entity, Instant asOf) {
            return Instant.MAX;
        }

        @Override
        public Object stamp(FeatureEntity entity) {
            return this;
        }
    };

    /**
     * One published number.
     *
     * @param describes the moment up to which it counts
     * @param at        when it was published
     */
    record Value(double value, Instant describes, Instant at) {}

    /** The newest value that had been published at a moment. */
    Optional<Value> value(String name, FeatureEntity entity, Instant asOf);

    /** The moment of the next value that is known already; the end of time when there is none. */
    Instant unchangedUntil(String name, FeatureEntity entity, Instant asOf);

    /** The same object as long as nothing new was published about an entity. */
    Object stamp(FeatureEntity entity);
}
