package dev.storetwin.core.pricing.promotion;

import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What was asked for a SKU without a promotion and in it.
 *
 * @param regular before it, or the crossed-out price
 * @param reduced in the middle of it: the price that stood, or what a campaign took off where none was changed
 * @param point   by which taxes are read
 */
record PromotionPrices(Money regular, double reduced, PricePoint point) {

    static Optional<PromotionPrices> of(TwinState state, Sku sku, Channel channel, Instant from, Instant until) {
        var before = from.equals(Instant.MIN)
                ? Optional.<PricePoint>empty()
                : state.catalog().price(sku, channel, from.minusNanos(1));
        var middle = from.plus(Duration.between(from, until).dividedBy(2));
        var during = state.catalog().price(sku, channel, middle);
        return before.or(() -> during).map(point -> {
            var regular = full(point);
            double asked = during.map(PricePoint::price)
                    .filter(it -> it.currency().equals(regular.currency()))
                    .orElse(regular)
                    .toDouble();
            double full = regular.toDouble();
            double reduced = asked < full ? asked : full * (1 - discount(state, sku, channel, middle));
            return new PromotionPrices(regular, reduced, point);
        });
    }

    private static Money full(PricePoint point) {
        return point.compareAt()
                .filter(it -> it.currency().equals(point.price().currency()))
                .filter(it -> it.compareTo(point.price()) > 0)
                .orElse(point.price());
    }

    /** What campaigns take off the price that stands. */
    private static double discount(TwinState state, Sku sku, Channel channel, Instant moment) {
        return state.catalog().promotions(sku, channel).stream()
                .filter(it -> it.runsAt(moment))
                .flatMap(it -> it.discount().stream())
                .mapToDouble(it -> Math.max(0, Math.min(1, it.doubleValue())))
                .max()
                .orElse(0);
    }

    /** As a share of the regular price; {@code NaN} when that is not above zero. */
    double share() {
        return regular.isPositive() ? 1 - reduced / regular.toDouble() : Double.NaN;
    }
}
