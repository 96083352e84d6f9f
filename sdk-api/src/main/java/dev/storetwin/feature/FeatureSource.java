package dev.storetwin.feature;

import dev.storetwin.state.TwinState;
import java.time.Instant;

/** Computes the features of one set from any state: of now, of a branch, of the past. */
public interface FeatureSource {

    FeatureSet set();

    /**
     * All numbers of one entity.
     *
     * @param asOf features look at nothing after it
     */
    FeatureVector read(TwinState state, FeatureEntity entity, Instant asOf);
}
