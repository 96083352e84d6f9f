package dev.storetwin.core.pricing.promotion;

import dev.storetwin.core.feature.NetPrice;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.time.Duration;
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

        private static Reading without(String what) {
            return new Reading(Optional.empty(), what);
        }
    }

    static Reading of(TwinState state, Sku sku, Channel channel, Instant from, Instant until, OptionalDouble taxRate) {
        var catalog = state.catalog();
        var before = catalog.price(sku, channel, justBefore(from));
        var during = catalog.price(sku, channel, middle(from, until));
        var point = before.or(() -> during);
        if (point.isEmpty()) {
            return Reading.without("no price of %s is known".formatted(sku));
        }
        var regular = before.map(UnitWorth::full)
                .or(() -> during.map(UnitWorth::full))
                .orElseThrow();
        var cost = catalog.cost(sku);
        var problem = problem(sku, regular, cost);
        if (problem.isPresent()) {
            return Reading.without(problem.get());
        }
        var asked = during.map(PricePoint::price)
                .filter(it -> it.currency().equals(regular.currency()))
                .orElse(regular);
        double price = asked.toDouble() < regular.toDouble()
                ? asked.toDouble()
                : regular.toDouble() * (1 - discount(state, sku, channel, from, until));
        var net = NetPrice.of(state, sku, channel, point.get(), taxRate);
        double unit = cost.orElseThrow().toDouble();
        return new Reading(
                Optional.of(new UnitWorth(
                        regular.currency(),
                        net.of(regular.toDouble()) - unit,
                        net.of(price) - unit,
                        net.isOverstated()
                                ? "the price contains tax at a rate that is not known: margins are overstated"
                                : "")),
                "");
    }

    private static Instant justBefore(Instant moment) {
        return moment.equals(Instant.MIN) ? moment : moment.minusNanos(1);
    }

    private static Instant middle(Instant from, Instant until) {
        return from.plus(Duration.between(from, until).dividedBy(2));
    }

    private static Money full(PricePoint point) {
        return point.compareAt()
                .filter(it -> it.currency().equals(point.price().currency()))
                .filter(it -> it.compareTo(point.price()) > 0)
                .orElse(point.price());
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

    /** What campaigns take off the price that stands. */
    private static double discount(TwinState state, Sku sku, Channel channel, Instant from, Instant until) {
        var middle = middle(from, until);
        return state.catalog().promotions(sku, channel).stream()
                .filter(it -> it.runsAt(middle))
                .flatMap(it -> it.discount().stream())
                .mapToDouble(it -> Math.max(0, Math.min(1, it.doubleValue())))
                .max()
                .orElse(0);
    }

    /** What the promotion takes off a unit. */
    double discount() {
        return Math.max(0, regular - reduced);
    }
}
