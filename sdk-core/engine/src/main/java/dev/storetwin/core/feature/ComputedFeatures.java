package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.FeatureSource;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.state.TwinState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The features of one set, computed from any state. Remembers no numbers, and any thread may read. */
public final class ComputedFeatures implements FeatureSource {

    private final ReadingPlan plan;
    private final Published published;
    private volatile @Nullable StateReader reader;

    /** Without what rooms publish: such features are missing. */
    public ComputedFeatures(FeatureSet set) {
        this(set, Published.NOTHING);
    }

    ComputedFeatures(FeatureSet set, Published published) {
        this.plan = new ReadingPlan(set);
        this.published = published;
    }

    @Override
    public FeatureSet set() {
        return plan.set();
    }

    @Override
    public FeatureVector read(TwinState state, FeatureEntity entity, Instant asOf) {
        return new EntityReading(plan, state, reader(state).source(state, asOf), published, entity, asOf).vector();
    }

    /** Of the zone of the last state: all of one shop have one zone. */
    private StateReader reader(TwinState state) {
        var known = reader;
        if (known == null || !known.isOf(state.zone())) {
            known = new StateReader(state.zone());
            reader = known;
        }
        return known;
    }
}
