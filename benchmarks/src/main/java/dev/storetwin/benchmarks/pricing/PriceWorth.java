package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.pricing.plan.PricedItem;
import dev.storetwin.pricing.PriceAim;
import dev.storetwin.pricing.PriceBound;
import dev.storetwin.pricing.PriceRule;
import dev.storetwin.pricing.PriceRule.Kind;
import dev.storetwin.pricing.PriceScope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a merchant who reads the guide expects a price to be worth, under what the rules say of aim, leftovers and changes. Of two words on the same the
 * narrower scope counts.
 *
 * @param rules that cover the item
 */
record PriceWorth(PricedItem item, List<PriceRule> rules) {

    /** What a price brings beyond the present one, by the worst elasticity of the interval, less what a change has to bring beside. */
    double gain(long price) {
        if (price == item.unit().price()) {
            return 0;
        }
        var demand = item.demand();
        double least = Math.min(
                value(price, demand.elasticity()),
                Math.min(value(price, demand.lower()), value(price, demand.upper())));
        return least - present() - changeCost();
    }

    private double present() {
        return value(item.unit().price(), 0);
    }

    /** Rounding errors are smaller. */
    double tolerance() {
        return 1e-7 * (1 + Math.abs(present()) + changeCost());
    }

    boolean isFewest() {
        return word(Kind.FEWEST_CHANGES).isPresent();
    }

    private double changeCost() {
        return word(Kind.CHANGE_COST)
                .map(it -> it instanceof PriceBound.Share share
                        ? share.share().doubleValue() * Math.abs(present())
                        : amount(it).doubleValue())
                .orElse(0.0);
    }

    private double value(long price, double elasticity) {
        var sales = new ExpectedSales(item);
        double sold = sales.at(price, elasticity);
        double left = sales.leftOver(price, elasticity);
        double net = price / 100.0 / (1 + item.unit().taxRate().doubleValue());
        double cost = item.unit().cost().doubleValue();
        return switch (aim()) {
            case PROFIT -> net * sold + salvage().orElse(cost) * left - cost * (sold + left);
            case REVENUE -> net * sold;
            case CLEARANCE -> net * sold + salvage().orElse(0.0) * left;
        };
    }

    private PriceAim aim() {
        return word(Kind.AIM).map(it -> ((PriceBound.Aim) it).aim()).orElse(PriceAim.PROFIT);
    }

    private Optional<Double> salvage() {
        return word(Kind.SALVAGE)
                .map(it -> it instanceof PriceBound.Share share
                        ? item.unit().cost().multiply(share.share()).doubleValue()
                        : amount(it).doubleValue());
    }

    private Optional<PriceBound> word(Kind kind) {
        var said = rules.stream().filter(it -> it.kind() == kind).toList();
        return said.stream()
                .filter(it -> it.scope().by() != PriceScope.By.EVERYTHING)
                .findFirst()
                .or(() -> said.stream().findFirst())
                .map(PriceRule::bound);
    }

    private static BigDecimal amount(PriceBound bound) {
        return ((PriceBound.Amount) bound).amount();
    }
}
