package dev.storetwin.core.inventory.reorder;

import dev.storetwin.core.inventory.demand.LossFunction;
import dev.storetwin.core.inventory.demand.UnitDemand;

/**
 * (r, Q) policies for units that are asked for one by one, under continuous review, exactly (Federgruen and Zheng 1992). What is missing waits.
 *
 * @param costs      of ordering, holding and shortage
 * @param demandRate units per unit of time
 * @param leadTime   from order to shelf, in units of time; may be 0
 */
public record PoissonReorder(ReorderCosts costs, double demandRate, double leadTime) {

    private static final int MOST_LEVELS = 1 << 24;

    public PoissonReorder {
        if (!(demandRate > 0 && demandRate < Double.MAX_VALUE && leadTime >= 0 && leadTime < Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "demandRate (%s) must be above 0 and leadTime (%s) not negative.".formatted(demandRate, leadTime));
        }
    }

    private LossFunction ahead() {
        return LossFunction.of(leadTime == 0 ? UnitDemand.constant(0) : UnitDemand.poisson(demandRate * leadTime));
    }

    /**
     * The policy that costs least; of several, the one with the smallest lot.
     *
     * <p>How it works: the position is at each of r + 1 to r + Q as often as at any other, so the best lot takes the Q levels that cost least. From the
     * cheapest one on the cheaper of the two next to it is added while that is below the average so far.
     */
    public FixedLots best() {
        var ahead = ahead();
        int low = (int) ahead.quantile(costs.criticalRatio());
        int high = low;
        double sum = costs.fixedCost() * demandRate + costs.rate(low, ahead);
        while (true) {
            double below = costs.rate(low - 1, ahead);
            double above = costs.rate(high + 1, ahead);
            double cheaper = Math.min(below, above);
            if (cheaper >= sum / (high - low + 1)) {
                return new FixedLots(low - 1, high - low + 1, sum / (high - low + 1));
            }
            sum += cheaper;
            requireFew(high - low + 2L);
            if (below <= above) {
                low--;
            } else {
                high++;
            }
        }
    }

    /** What any policy costs per unit of time. */
    public double cost(int reorderPoint, int quantity) {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity (%d) must be at least 1.".formatted(quantity));
        }
        requireFew(quantity);
        var ahead = ahead();
        double sum = costs.fixedCost() * demandRate;
        for (long level = reorderPoint + 1L; level <= (long) reorderPoint + quantity; level++) {
            sum += costs.rate(level, ahead);
        }
        return sum / quantity;
    }

    private static void requireFew(long levels) {
        if (levels > MOST_LEVELS) {
            throw new IllegalArgumentException("""
                    More than %d levels would have to be looked at.
                    Maybe demand is better counted in cases or pallets, or a cost is out of all proportion.""".formatted(MOST_LEVELS));
        }
    }
}
