package dev.storetwin.core.feature;

import dev.storetwin.event.ChannelDefined;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import dev.storetwin.type.TaxMode;
import java.util.OptionalDouble;

/**
 * What of a price stays with the shop before its own costs.
 *
 * @param taxMode whether prices here contain tax
 * @param taxRate that is taken out of them; 0 when none is, or when it is not known
 */
public record NetPrice(TaxMode taxMode, double taxRate) {

    /**
     * How prices of a SKU in a channel are to be read: as the price itself says, else as its channel, else as its variant.
     *
     * @param taxRate contained in gross prices, when it is known
     */
    public static NetPrice of(TwinState state, Sku sku, Channel channel, PricePoint price, OptionalDouble taxRate) {
        var mode = price.taxMode();
        if (mode == TaxMode.UNKNOWN) {
            mode = state.network().channel(channel).map(ChannelDefined::taxMode).orElse(TaxMode.UNKNOWN);
        }
        if (mode == TaxMode.UNKNOWN) {
            mode = state.catalog().variant(sku).map(Variant::taxMode).orElse(TaxMode.UNKNOWN);
        }
        return new NetPrice(mode, mode == TaxMode.GROSS ? taxRate.orElse(0) : 0);
    }

    public double of(double price) {
        return price / (1 + taxRate);
    }

    /** The price contains tax and nobody knows how much: the margin looks better than it is. */
    public boolean isOverstated() {
        return taxMode == TaxMode.GROSS && taxRate == 0;
    }
}
