package dev.storetwin.core.inventory;

import dev.storetwin.core.feature.NetPrice;
import dev.storetwin.inventory.ServiceTarget;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a unit of a SKU costs to buy, to hold, and to be without.
 *
 * <p>A lost unit costs the margin that it would have brought. Where price or cost is missing, that is turned round: a shortage is made
 * as dear as the wanted service level implies. Without cost, the holding of one unit for one day is the unit of account.
 *
 * @param unitCost where it is known and can be used
 * @param margin   per unit, before holding; empty when it is not known
 * @param rates    per unit and day
 * @param account  the unit that all values are in
 * @param caveats  what had to be assumed, in words
 */
record OrderEconomics(
        Optional<Money> unitCost, OptionalDouble margin, CostRates rates, String account, List<String> caveats) {

    private static final double DAYS_OF_YEAR = 365;
    private static final int RECENT_DAYS = 91;

    OrderEconomics {
        caveats = List.copyOf(caveats);
    }

    /** At the usual review, with nothing asked for. */
    static OrderEconomics of(TwinState state, Sku sku, Instant asOf, InventoryOptions options) {
        return of(state, sku, asOf, options, options.reviewDays());
    }

    /**
     * Of a SKU.
     *
     * @param reviewDays from one order to the next
     * @param target     how well demand is to be served, where that was asked for
     */
    static OrderEconomics of(
            TwinState state,
            Sku sku,
            Instant asOf,
            InventoryOptions options,
            int reviewDays,
            Optional<ServiceTarget> target) {
        var economics = of(state, sku, asOf, options, reviewDays);
        return target.map(economics::asked).orElse(economics);
    }

    /** With what was asked for in the place of the margin. */
    private OrderEconomics asked(ServiceTarget target) {
        var said = new ArrayList<>(caveats);
        if (!(target instanceof ServiceTarget.ShortageCost shortage)) {
            return this;
        }
        if (unitCost.filter(it -> it.currency().equals(shortage.perUnit().currency()))
                .isEmpty()) {
            said.add("A %s cannot be set against %s: it is left out".formatted(target.describe(), account));
            return new OrderEconomics(unitCost, margin, rates, account, said);
        }
        said.add("As asked for: %s".formatted(target.describe()));
        var weighed = new CostRates(rates.holding(), shortage.perUnit().toDouble(), rates.writeOff());
        return new OrderEconomics(unitCost, OptionalDouble.empty(), weighed, account, said);
    }

    private static OrderEconomics of(TwinState state, Sku sku, Instant asOf, InventoryOptions options, int reviewDays) {
        var caveats = new ArrayList<String>();
        var cost = cost(state, sku, caveats);
        var price = cost.isPresent()
                ? netPrice(state, sku, asOf, cost.get(), options.taxRate(), caveats)
                : OptionalDouble.empty();
        double writeOff = cost.map(Money::toDouble).orElse(DAYS_OF_YEAR / options.holdingRate());
        double holding = writeOff * options.holdingRate() / DAYS_OF_YEAR;
        if (price.isEmpty()) {
            double shortage = holding * reviewDays * options.serviceLevel() / (1 - options.serviceLevel());
            caveats.add("The margin is not known: a shortage weighs as much as a service level of %s implies"
                    .formatted(Words.percent(options.serviceLevel())));
            return new OrderEconomics(
                    cost,
                    OptionalDouble.empty(),
                    new CostRates(holding, shortage, writeOff),
                    cost.map(it -> it.currency().getCurrencyCode()).orElse("unit-days"),
                    caveats);
        }
        double margin = price.getAsDouble() - cost.orElseThrow().toDouble();
        if (margin <= 0) {
            caveats.add("A unit sells for %s net and costs %s: there is nothing to earn by ordering it"
                    .formatted(Words.units(price.getAsDouble()), cost.get()));
        }
        return new OrderEconomics(
                cost,
                OptionalDouble.of(margin),
                new CostRates(holding, Math.max(0, margin), writeOff),
                cost.get().currency().getCurrencyCode(),
                caveats);
    }

    private static Optional<Money> cost(TwinState state, Sku sku, List<String> caveats) {
        var cost = state.catalog().cost(sku);
        if (cost.isEmpty()) {
            caveats.add("The cost is not known: the order has no price tag and is weighed in unit-days of holding");
        } else if (!cost.get().isPositive()) {
            caveats.add("A cost of %s cannot be used: it must be above zero".formatted(cost.get()));
        }
        return cost.filter(Money::isPositive);
    }

    /** Over the channels, by what each sold of late; those that sell in another currency than the cost's are left out. */
    private static OptionalDouble netPrice(
            TwinState state, Sku sku, Instant asOf, Money cost, OptionalDouble taxRate, List<String> caveats) {
        var today = asOf.atZone(state.zone()).toLocalDate();
        double sum = 0;
        double weights = 0;
        boolean overstated = false;
        boolean foreign = false;
        var channels = state.catalog().channels(sku);
        for (var channel : channels) {
            var price = state.catalog().price(sku, channel, asOf).filter(it -> it.price()
                    .isPositive());
            if (price.isPresent() && !price.get().price().currency().equals(cost.currency())) {
                foreign = true;
            } else if (price.isPresent()) {
                var net = NetPrice.of(state, sku, channel, price.get(), taxRate);
                double weight = channels.size() == 1 ? 1 : 1 + unitsSold(state, sku, channel, today);
                sum += weight * net.of(price.get().price().toDouble());
                weights += weight;
                overstated |= net.isOverstated();
            }
        }
        if (overstated) {
            caveats.add("Prices contain tax at a rate that is not known: the margin is overstated");
        }
        if (foreign) {
            caveats.add("Prices in another currency than the cost's are left out of the margin");
        }
        return weights > 0 ? OptionalDouble.of(sum / weights) : OptionalDouble.empty();
    }

    private static double unitsSold(TwinState state, Sku sku, Channel channel, LocalDate today) {
        return state.demand()
                .sales(sku, channel, today.minusDays(RECENT_DAYS), today)
                .totalUnits();
    }

    /** What one order costs, however much is ordered; nothing where that cannot be weighed against the rest. */
    double orderCost(Rules rules) {
        return rules.supplier()
                .flatMap(SupplierRule::orderCost)
                .filter(it -> unitCost.filter(cost -> cost.currency().equals(it.currency()))
                        .isPresent())
                .map(Money::toDouble)
                .orElse(0.0);
    }

    Optional<Money> spend(Quantity quantity) {
        return unitCost.map(it -> it.times(quantity).rounded());
    }
}
