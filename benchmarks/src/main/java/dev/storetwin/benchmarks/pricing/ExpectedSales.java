package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.pricing.plan.PricedItem;

/**
 * What is expected to be sold, as the guide says it: units of a week today times (price / present price) ^ elasticity, over the weeks that are left, as a
 * Poisson number of which the stock can be sold.
 */
record ExpectedSales(PricedItem item) {

    /** Of a Poisson number with a mean above this, none in 1e-12 is below the stocks that are drawn. */
    private static final double SELLS_OUT = 300;

    double at(long price, double elasticity) {
        var demand = item.demand();
        double mean = demand.units().orElseThrow()
                * demand.weeks().orElse(1)
                * Math.pow((double) price / item.unit().price(), elasticity);
        return demand.stock().isEmpty()
                ? mean
                : limited(mean, (int) demand.stock().getAsDouble());
    }

    double stock() {
        return item.demand().stock().orElse(0);
    }

    double leftOver(long price, double elasticity) {
        return item.demand().stock().isEmpty() ? 0 : stock() - at(price, elasticity);
    }

    /** The mean of the smaller of both: the sum of the chances that more than 0, 1, 2, ... are asked for. */
    private static double limited(double mean, int stock) {
        if (mean > SELLS_OUT) {
            return stock;
        }
        double just = Math.exp(-mean);
        double more = 1 - just;
        double sold = 0;
        for (int k = 1; k <= stock; k++) {
            sold += more;
            just *= mean / k;
            more = Math.max(0, more - just);
        }
        return sold;
    }
}
