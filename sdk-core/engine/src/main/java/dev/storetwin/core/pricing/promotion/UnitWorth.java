package dev.storetwin.core.pricing.promotion;

import dev.storetwin.core.feature.NetPrice;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a unit of a promoted SKU brings without the promotion and in it.
 *
 * @param regular margin before the promotion
 * @param reduced margin in it
 * @param caveat  what had to be assumed; empty for nothing
 */
record UnitWorth(Currency currency, double regular, double reduced, String caveat) {

    private static final double IMPLAUSIBLE = 20;

    /**
     * One of both.
     *
     * @param missing why there is none
     */
    record Reading(Optional<UnitWorth> worth, String missing) {

        static Reading without(String what) {
            return new Reading(Optional.empty(), what);
        }
    }

    static Reading of(TwinState state, Sku sku, Channel channel, Instant from, Instant until, OptionalDouble taxRate) {
        return PromotionPrices.of(state, sku, channel, from, until)
                .map(it -> of(state, sku, channel, it, taxRate))
                .orElseGet(() -> Reading.without("no price of %s is known".formatted(sku)));
    }

    /** The same at prices that are planned. */
    static Reading of(TwinState state, Sku sku, Channel channel, PromotionPrices prices, OptionalDouble taxRate) {
        var cost = state.catalog().cost(sku);
        var problem = problem(sku, prices.regular(), cost);
        if (problem.isPresent()) {
            return Reading.without(problem.get());
        }
        var net = NetPrice.of(state, sku, channel, prices.point(), taxRate);
        double unit = cost.orElseThrow().toDouble();
        return new Reading(
                Optional.of(new UnitWorth(
                        prices.regular().currency(),
                        net.of(prices.regular().toDouble()) - unit,
                        net.of(prices.reduced()) - unit,
                        net.isOverstated()
                                ? "the price contains tax at a rate that is not known: margins are overstated"
                                : "")),
                "");
    }

    private static Optional<String> problem(Sku sku, Money price, Optional<Money> cost) {
        if (!price.isPositive()) {
            return Optional.of("the price of %s is not above zero: %s".formatted(sku, price));
        }
        if (cost.isEmpty()) {
            return Optional.of("no cost of %s is known".formatted(sku));
        }
        if (cost.get().isNegative() || !cost.get().currency().equals(price.currency())) {
            return Optional.of("the cost of %s is below zero or in another currency than its price: %s"
                    .formatted(sku, cost.get()));
        }
        return cost.get().ratioTo(price) > IMPLAUSIBLE
                ? Optional.of(
                        "the cost of %s is not plausible: %s against a price of %s".formatted(sku, cost.get(), price))
                : Optional.empty();
    }

    /** What the promotion takes off a unit. */
    double discount() {
        return Math.max(0, regular - reduced);
    }
}
