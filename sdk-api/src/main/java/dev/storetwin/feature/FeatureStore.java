package dev.storetwin.feature;

import java.time.Instant;
import java.util.List;

/** Features of the live shop. What did not change since it was asked for is not computed again. */
public interface FeatureStore {

    /** All numbers of one entity, read from one state. */
    FeatureVector vector(FeatureEntity entity, FeatureSet set, Instant asOf);

    /** The same of many entities, in their order, all read from one state. */
    List<FeatureVector> vectors(List<FeatureEntity> entities, FeatureSet set, Instant asOf);
}
