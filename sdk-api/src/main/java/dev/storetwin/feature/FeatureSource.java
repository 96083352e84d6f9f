package dev.storetwin.feature;

import dev.storetwin.state.TwinState;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.List;

/** Computes features of a target from one state. */
public interface FeatureSource {

    List<FeatureDefinition> definitions();

    FeatureVector read(TwinState state, Target target, Instant asOf);
}
