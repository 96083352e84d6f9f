package dev.storetwin.core.pricing;

import dev.storetwin.core.feature.NetPrice;
import dev.storetwin.pricing.PriceAim;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a unit brings at a price.
 *
 * @param price   that stands now
 * @param cost    landed, in the same currency
 * @param net     how to read prices
 * @param returns what a sold unit is expected to cost by coming back
 * @param caveats what had to be assumed, in words
 */
record PriceEconomics(Money price, Money cost, NetPrice net, double returns, List<String> caveats) {

    private static final double IMPLAUSIBLE = 20;
    private static final double DAYS_OF_YEAR = 365;

    /** A price that is so many times its cost, where there is one, counts cents or another unit. */
    private static final double IMPLAUSIBLE_MARKUP = 500;

    PriceEconomics {
        caveats = List.copyOf(caveats);
    }

    /**
     * One of both.
     *
     * @param missing why there are no economics
     */
    record Reading(Optional<PriceEconomics> economics, Optional<String> missing) {

        private static Reading without(String what) {
            return new Reading(Optional.empty(), Optional.of(what));
        }
    }

    static Reading of(TwinState state, Sku sku, Channel channel, Instant asOf, OptionalDouble taxRate) {
        var price = state.catalog().price(sku, channel, asOf);
        if (price.isEmpty()) {
            return Reading.without("price: none is known for %s in %s".formatted(sku, channel));
        }
        if (!price.get().price().isPositive()) {
            return Reading.without(
                    "price: %s of %s is not above zero".formatted(price.get().price(), sku));
        }
        var leap = new UnitSlips(state, sku, channel, asOf).price();
        if (leap.isPresent()) {
            return Reading.without(leap.get());
        }
        var cost = state.catalog().cost(sku);
        if (cost.isEmpty()) {
            return Reading.without("cost: none is known for %s".formatted(sku));
        }
        return of(state, sku, channel, price.get(), cost.get(), taxRate);
    }

    private static Reading of(
            TwinState state, Sku sku, Channel channel, PricePoint point, Money cost, OptionalDouble taxRate) {
        var price = point.price();
        if (cost.isNegative()) {
            return Reading.without("cost: %s of %s is below zero".formatted(cost, sku));
        }
        if (!cost.currency().equals(price.currency())) {
            return Reading.without("cost in %s: it is known in %s only".formatted(price.currency(), cost.currency()));
        }
        if (!isPlausible(cost, price)) {
            return Reading.without("a plausible cost: %s against a price of %s, maybe one of them counts another unit"
                    .formatted(cost, price));
        }
        var net = NetPrice.of(state, sku, channel, point, taxRate);
        return new Reading(Optional.of(new PriceEconomics(price, cost, net, 0, caveats(net, cost))), Optional.empty());
    }

    private static boolean isPlausible(Money cost, Money price) {
        return cost.isZero() || (cost.ratioTo(price) <= IMPLAUSIBLE && price.ratioTo(cost) <= IMPLAUSIBLE_MARKUP);
    }

    private static List<String> caveats(NetPrice net, Money cost) {
        var caveats = new ArrayList<String>();
        if (net.isOverstated()) {
            caveats.add("The price contains tax at a rate that is not known: the margin is overstated");
        }
        if (cost.isZero()) {
            caveats.add("The cost is zero: all of the price counts as margin");
        }
        return caveats;
    }

    /**
     * What it costs to hold a unit for a day.
     *
     * @param rate for a year, as a share of the cost
     */
    double holdingOfDay(double rate) {
        return cost.toDouble() * rate / DAYS_OF_YEAR;
    }

    /** The same where units come back. */
    PriceEconomics withReturns(double costOfUnit) {
        var all = new ArrayList<>(caveats);
        all.add(String.format(
                Locale.ROOT,
                "A sold unit is expected to cost %.2f %s by coming back: that is taken off what it brings",
                costOfUnit,
                price.currency()));
        return new PriceEconomics(price, cost, net, costOfUnit, all);
    }

    /** What a sold unit brings. */
    double margin(double at) {
        return net.of(at) - returns - cost.toDouble();
    }

    /** What a sold unit brings to what is planned for. */
    double worth(double at, PriceAim objective) {
        return objective == PriceAim.REVENUE ? net.of(at) - returns : margin(at);
    }
}
