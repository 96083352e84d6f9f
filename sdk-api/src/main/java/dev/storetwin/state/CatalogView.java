package dev.storetwin.state;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the shop sells, at what price and cost. */
public interface CatalogView {

    /** Every SKU that is on sale or was ordered, in order of name, each once under its shop name. */
    List<Sku> skus();

    /** The shop name behind a platform alias; the SKU itself when it is no alias. */
    Sku resolve(Sku sku);

    /** Empty for a SKU that was ordered but never described, or that was removed. */
    Optional<Variant> variant(Sku sku);

    /** Landed cost of one unit. Empty when it is not known; no cost is ever guessed. */
    Optional<Money> cost(Sku sku);

    /** All costs of a SKU, oldest first. */
    List<CostPoint> costHistory(Sku sku);

    /** All prices of a SKU in a channel, oldest first, one entry per change. */
    List<PricePoint> priceHistory(Sku sku, Channel channel);

    /** The price that stood at a moment. */
    default Optional<PricePoint> price(Sku sku, Channel channel, Instant at) {
        var history = priceHistory(sku, channel);
        for (int i = history.size() - 1; i >= 0; i--) {
            if (!history.get(i).from().isAfter(at)) {
                return Optional.of(history.get(i));
            }
        }
        return Optional.empty();
    }

    /** What competitors asked for a SKU in a channel, oldest first. */
    List<CompetitorPrice> competitorPrices(Sku sku, Channel channel);

    /** Channels in which a SKU has a price, in order. */
    List<Channel> channels(Sku sku);

    Optional<SupplierTerms> terms(Sku sku);

    /** Campaigns that cover a SKU in a channel, in order of their start. */
    List<Promotion> promotions(Sku sku, Channel channel);
}
