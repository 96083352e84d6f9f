package dev.storetwin.core.feature;

import dev.storetwin.core.state.ShopState;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.FeatureSource;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.state.TwinState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The features of one set, as {@link ComputedFeatures} computes them; those that were read last are kept while their part of a shop stays. */
public final class RememberedFeatures implements FeatureSource {

    private final ReadingPlan plan;
    private final ComputedFeatures computed;
    private final int most;
    private volatile @Nullable KeptVectors kept;

    /**
     * Without what rooms publish: such features are missing.
     *
     * @param most entities, the least used being dropped
     */
    public RememberedFeatures(FeatureSet set, int most) {
        this.plan = new ReadingPlan(set);
        this.computed = new ComputedFeatures(set);
        this.most = most;
    }

    @Override
    public FeatureSet set() {
        return plan.set();
    }

    /** Of the past nothing is kept: each look at it is a state of its own. */
    @Override
    public FeatureVector read(TwinState state, FeatureEntity entity, Instant asOf) {
        return state instanceof ShopState
                ? kept(state).vector(state, plan, entity, asOf)
                : computed.read(state, entity, asOf);
    }

    /** Of the zone of the last state: all of one shop have one zone. */
    private KeptVectors kept(TwinState state) {
        var known = kept;
        if (known == null || !known.isOf(state.zone())) {
            known = new KeptVectors(state.zone(), Published.NOTHING, most);
            kept = known;
        }
        return known;
    }
}
