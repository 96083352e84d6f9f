package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.FeatureSource;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.state.TwinState;
import java.time.Instant;

/** The features of one set, computed from any state. Remembers nothing, so any thread may read. */
public final class ComputedFeatures implements FeatureSource {

    private final Plan plan;
    private final Published published;

    /** Without what rooms publish: such features are missing. */
    public ComputedFeatures(FeatureSet set) {
        this(set, Published.NOTHING);
    }

    ComputedFeatures(FeatureSet set, Published published) {
        this.plan = new Plan(set);
        this.published = published;
    }

    @Override
    public FeatureSet set() {
        return plan.set();
    }

    @Override
    public FeatureVector read(TwinState state, FeatureEntity entity, Instant asOf) {
        return new EntityReading(plan, state, new ViewedDays(state), published, entity, asOf).vector();
    }
}
