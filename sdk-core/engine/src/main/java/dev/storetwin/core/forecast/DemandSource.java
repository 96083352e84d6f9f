package dev.storetwin.core.forecast;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.Optional;

/** Where a planner gets its demand. */
@FunctionalInterface
public interface DemandSource {

    /**
     * Daily demand, the day of the question first; nothing when none is known to have been sold.
     *
     * @param channel where; over all of them when empty
     * @param horizon days to foretell
     */
    Optional<DemandForecast> of(TwinState state, Sku sku, Optional<Channel> channel, Instant asOf, int horizon);
}
