package dev.storetwin.core.pricing;

import dev.storetwin.state.TwinState;
import java.time.Instant;

/** Where a price planner gets its elasticities. */
@FunctionalInterface
public interface ElasticitySource {

    /** What was known before the week of a moment. The same state and week give the same book. */
    ElasticityBook at(TwinState state, Instant asOf);
}
