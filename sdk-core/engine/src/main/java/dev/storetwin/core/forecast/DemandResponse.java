package dev.storetwin.core.forecast;

import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a SKU's demand in a channel answered to the prices that it had. With it, what sold at other prices tells what would have sold at the recent one.
 */
@FunctionalInterface
public interface DemandResponse {

    /** Of which nobody knows how it answers: what sold counts as it is. */
    DemandResponse UNKNOWN = (state, sku, channel, asOf, from) -> Optional.empty();

    /**
     * How demand answered from a day to before that of a moment; empty where its price never moved, or nobody knows how it answers.
     *
     * @param asOf the moment, in whose state the recent price is told
     */
    Optional<DemandRatios> of(TwinState state, Sku sku, Channel channel, Instant asOf, LocalDate from);
}
