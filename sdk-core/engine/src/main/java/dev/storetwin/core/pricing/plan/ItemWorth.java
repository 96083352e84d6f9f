package dev.storetwin.core.pricing.plan;

import dev.storetwin.core.numeric.NegativeBinomial;

/**
 * What the prices of one item bring.
 *
 * <p>How it works. Demand of a week is what is sold at the present price, times (price / present price) ^ elasticity. Over the weeks that count it is a
 * Poisson number around that; what is sold of it is limited by the stock. A price is scored by the present value plus the least gain over the interval
 * of elasticities: what sells rises with the elasticity everywhere or falls everywhere, so the least gain is at one of its ends.
 */
final class ItemWorth implements RungWorth {

    /** So many standard deviations off its mean, demand is above or below the stock for certain. */
    private static final double CERTAIN = 9;

    private final PriceTicks ticks;
    private final PricedItem item;
    private final ItemTerms terms;
    private final double present;
    private final double cost;
    private final double tax;
    private final double weekly;
    private final double weeks;
    private final double stock;
    private final double presentValue;

    ItemWorth(PricedItem item, ItemTerms terms, PriceTicks ticks) {
        this.ticks = ticks;
        this.item = item;
        this.terms = terms;
        var unit = item.unit();
        this.present = ticks.toDouble(unit.price());
        this.cost = unit.cost().doubleValue();
        this.tax = 1 + unit.taxRate().doubleValue();
        var demand = item.demand();
        this.weekly = demand.units().orElse(1);
        this.weeks = demand.weeks().orElse(1);
        this.stock =
                demand.units().isPresent() ? demand.stock().orElse(Double.POSITIVE_INFINITY) : Double.POSITIVE_INFINITY;
        this.presentValue = value(present, 0);
    }

    /** By the elasticity itself. */
    @Override
    public double expected(long price) {
        return value(ticks.toDouble(price), item.demand().elasticity());
    }

    @Override
    public double score(long price) {
        if (price == item.unit().price()) {
            return presentValue;
        }
        double at = ticks.toDouble(price);
        var demand = item.demand();
        double least = Math.min(value(at, demand.lower()), value(at, demand.upper()));
        return Math.min(least, value(at, demand.elasticity())) - terms.hurdle(presentValue);
    }

    @Override
    public long givenAway(long price) {
        long cut = Math.max(0, item.unit().price() - price);
        double units =
                cut == 0 ? 0 : sold(mean(ticks.toDouble(price), item.demand().elasticity()));
        return givenAway(cut, units);
    }

    static long givenAway(long cut, double units) {
        return (long) Math.min(Long.MAX_VALUE >> 20, Math.ceil(cut * units));
    }

    private double mean(double price, double elasticity) {
        return weekly * weeks * StrictMath.pow(price / present, elasticity);
    }

    private double sold(double mean) {
        double range = CERTAIN * Math.sqrt(mean) + CERTAIN;
        if (stock >= mean + range) {
            return mean;
        }
        return stock <= mean - range
                ? stock
                : Math.max(0, mean - NegativeBinomial.poisson(mean).expectedAbove(stock));
    }

    private double value(double price, double elasticity) {
        double sold = sold(mean(price, elasticity));
        double net = price / tax;
        double left = Double.isInfinite(stock) ? 0 : stock - sold;
        var unit = item.unit();
        double back = unit.returnRate();
        return switch (terms.aim()) {
            case PROFIT ->
                ((1 - back) * (net - cost) - back * unit.returnCost()) * sold
                        - (cost - terms.salvage().orElse(cost)) * left;
            case REVENUE -> (1 - back) * net * sold;
            case CLEARANCE -> (1 - back) * net * sold + terms.salvage().orElse(0) * left;
        };
    }
}
