package dev.storetwin;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;

/** What will sell. */
public interface Forecasting {

    /** Daily demand of a SKU in a channel from tomorrow on. */
    DemandForecast demand(Sku sku, Channel channel, int days);

    /** Daily demand of a SKU over all channels from tomorrow on. */
    DemandForecast demand(Sku sku, int days);
}
