package dev.storetwin.core.inventory.placement;

import dev.storetwin.core.inventory.placement.PlacementCase.Customer;
import dev.storetwin.core.inventory.placement.PlacementCase.Site;

/**
 * A case as the kernels read it.
 *
 * @param demand   of each customer
 * @param capacity of each site, no more than all demand
 * @param opening  cost of each site
 * @param cost     of serving, first by site, then by customer
 * @param grain    all costs are multiples of it; 0 when none was found
 * @param totalDemand of all customers
 * @param slack    how far a load may be above a capacity for rounding's sake
 */
record Numbers(
        double[] demand,
        double[] capacity,
        double[] opening,
        double[][] cost,
        double grain,
        double totalDemand,
        double slack) {

    private static final double[] GRAINS = {1, 0.1, 0.01, 0.001};

    static Numbers of(PlacementCase given) {
        var demand = given.customers().stream().mapToDouble(Customer::demand).toArray();
        double total = 0;
        for (double wanted : demand) {
            total += wanted;
        }
        double all = total;
        var capacity = given.sites().stream()
                .mapToDouble(site -> Math.min(site.capacity(), all))
                .toArray();
        var opening = given.sites().stream().mapToDouble(Site::openingCost).toArray();
        var cost = new double[opening.length][demand.length];
        for (int j = 0; j < opening.length; j++) {
            for (int i = 0; i < demand.length; i++) {
                cost[j][i] = given.cost(i, j);
            }
        }
        double slack = 1e-9 * Math.max(1, all);
        return new Numbers(demand, capacity, opening, cost, grain(opening, cost), all, slack);
    }

    int sites() {
        return opening.length;
    }

    int customers() {
        return demand.length;
    }

    /** The least cost that a solution can have when it cannot be below this bound. */
    double raised(double bound) {
        if (Double.isInfinite(bound)) {
            return bound;
        }
        double safe = bound - 1e-9 * Math.max(1, Math.abs(bound));
        return grain > 0 ? Math.max(safe, Math.ceil(safe / grain - 1e-6) * grain) : safe;
    }

    private static double grain(double[] opening, double[][] cost) {
        for (double grain : GRAINS) {
            boolean fits = fits(opening, grain);
            for (int j = 0; j < cost.length && fits; j++) {
                fits = fits(cost[j], grain);
            }
            if (fits) {
                return grain;
            }
        }
        return 0;
    }

    private static boolean fits(double[] values, double grain) {
        for (double value : values) {
            if (Double.isFinite(value) && Math.abs(value / grain - Math.rint(value / grain)) > 1e-9) {
                return false;
            }
        }
        return true;
    }
}
