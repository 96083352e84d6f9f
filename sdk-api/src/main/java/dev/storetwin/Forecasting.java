package dev.storetwin;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.util.Optional;

/** What will sell. The first step is today; what was sold today is not known in full yet. */
public interface Forecasting {

    /** Daily demand of a SKU in a channel; empty when it never sold there. */
    Optional<DemandForecast> demand(Sku sku, Channel channel, int days);

    /** Daily demand of a SKU over all channels; empty when it never sold. */
    Optional<DemandForecast> demand(Sku sku, int days);
}
