package dev.storetwin.core.pricing;

import dev.storetwin.core.forecast.DemandRatios;
import dev.storetwin.core.forecast.DemandResponse;
import dev.storetwin.core.pricing.response.PastPrices;
import dev.storetwin.pricing.ElasticityStatus;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Demand that answered to past prices by its elasticity, where that is known. Where it is only assumed, what sold is not touched: it is seen, and an
 * assumption is not.
 */
public record KnownResponse(ElasticitySource elasticities) implements DemandResponse {

    @Override
    public Optional<DemandRatios> of(TwinState state, Sku sku, Channel channel, Instant asOf, LocalDate from) {
        return PastPrices.of(state, sku, channel, asOf, from)
                .flatMap(prices -> Optional.of(elasticities.at(state, asOf).of(state, sku, channel))
                        .filter(it -> it.status() != ElasticityStatus.UNIDENTIFIED)
                        .map(it -> prices.ratios(it.value())));
    }
}
