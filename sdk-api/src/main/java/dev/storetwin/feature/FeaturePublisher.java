package dev.storetwin.feature;

import java.time.Instant;

/** Where a room leaves a number for the others, which do not know it. */
public interface FeaturePublisher {

    /**
     * From now on readers of the feature see this value. One that describes an earlier moment than the value that stands is not taken.
     *
     * @param feature   made by {@link Features#published()}
     * @param describes the moment up to which it counts
     * @return whether it was taken
     * @throws IllegalArgumentException when the entity has another grain, or the value is no finite number
     */
    boolean publish(FeatureDefinition feature, FeatureEntity entity, double value, Instant describes);
}
