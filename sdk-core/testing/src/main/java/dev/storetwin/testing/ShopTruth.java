package dev.storetwin.testing;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * What nobody in a real shop knows: the true demand of a {@link SyntheticShop}. It is for judging a twin, never for feeding it.
 */
public final class ShopTruth {

    private final SyntheticShop shop;

    ShopTruth(SyntheticShop shop) {
        this.shop = shop;
    }

    /** Units wanted are proportional to the price to this power, in every channel and on every day. */
    public double elasticity(Sku sku) {
        return article(sku).appetite().elasticity();
    }

    /** Growth of demand over a year, 0.1 for ten per cent. */
    public double trend(Sku sku) {
        return article(sku).appetite().trend();
    }

    /** Units that shoppers want on average on a day at a price, whether or not they are on the shelf. */
    public double expectedUnits(Sku sku, Channel channel, LocalDate day, Money price) {
        var article = article(sku);
        var outlet = outlet(channel);
        double relative = price.ratioTo(article.prices().get(outlet.index()));
        return shop.demand().units(article, outlet, day, relative);
    }

    /** The same at the price that the merchant has planned for the day. */
    public double expectedUnits(Sku sku, Channel channel, LocalDate day) {
        return expectedUnits(sku, channel, day, plannedPrice(sku, channel, day));
    }

    /**
     * Units that shoppers really wanted on a day at the merchant's price, whether or not they were on the shelf: the sales of a shop that
     * is never out of stock.
     */
    public long wantedUnits(Sku sku, Channel channel, LocalDate day) {
        var article = article(sku);
        var outlet = outlet(channel);
        double relative =
                plannedPrice(sku, channel, day).ratioTo(article.prices().get(outlet.index()));
        return shop.shoppers().wishes(article, outlet, day).stream()
                .filter(it -> it.accepts(relative))
                .mapToLong(Visitor.Wish::units)
                .sum();
    }

    /** What the merchant asks on a day of the history; after it, what was asked at its end. */
    public Money plannedPrice(Sku sku, Channel channel, LocalDate day) {
        return shop.plan().tag(article(sku), outlet(channel), day).price();
    }

    /** Landed cost of one unit on a day. */
    public Money cost(Sku sku, LocalDate day) {
        return shop.plan().cost(article(sku), day);
    }

    /** The price that earns most on a day when there is always enough on the shelf: cost times e / (1 + e). */
    public Money bestPrice(Sku sku, LocalDate day) {
        double elasticity = elasticity(sku);
        var exact = cost(sku, day).amount().multiply(BigDecimal.valueOf(elasticity / (1 + elasticity)));
        return new Money(exact.setScale(2, RoundingMode.HALF_UP), shop.currency());
    }

    private Article article(Sku sku) {
        return shop.assortment()
                .article(sku)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The shop does not sell %s.\nMaybe take one of SyntheticShop.skus().".formatted(sku)));
    }

    private Outlet outlet(Channel channel) {
        return shop.assortment()
                .outlet(channel)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The shop has no channel %s.\nMaybe take one of SyntheticShop.channels().".formatted(channel)));
    }
}
