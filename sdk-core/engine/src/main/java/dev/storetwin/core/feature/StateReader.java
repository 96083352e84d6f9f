package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.state.TwinState;

/** How features read a state, and how they see that it has not changed for an entity. */
interface StateReader {

    /** Over the views, for any state. An entity counts as changed whenever anything has. */
    StateReader OF_VIEWS = new StateReader() {
        @Override
        public DailySource source(TwinState state) {
            return new ViewedDays(state);
        }

        @Override
        public Object parts(TwinState state, FeatureEntity entity) {
            return state;
        }
    };

    /** For one reading by one thread. */
    DailySource source(TwinState state);

    /** An object that is the same as long as everything is that features of the entity read. */
    Object parts(TwinState state, FeatureEntity entity);
}
