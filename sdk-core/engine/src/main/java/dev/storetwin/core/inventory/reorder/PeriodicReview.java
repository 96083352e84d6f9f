package dev.storetwin.core.inventory.reorder;

import dev.storetwin.core.inventory.demand.LossFunction;
import dev.storetwin.core.inventory.demand.UnitDemand;
import java.util.Arrays;

/**
 * (s, S) policies for demand in whole units, reviewed each period, exactly (Zheng and Federgruen 1991). What is missing waits.
 *
 * <p>How it works: from one order to the next the position falls from S by what is asked for. How often it is found j below S is a renewal density, so
 * a policy's cost is an average over the levels above s, and that average alone decides how s and S move: s falls while it is dearer than being
 * there, S rises while being there is no dearer than the best average so far.
 *
 * <p>Not safe for several threads at once.
 */
public final class PeriodicReview {

    private static final int START = 64;
    private static final int MOST_LEVELS = 1 << 22;
    private static final int LONGEST_LEAD_TIME = 10_000;
    private static final double MOST_WORK = 1e9;

    private final ReorderCosts costs;
    private final UnitDemand demand;
    private final LossFunction ahead;
    private double[] visits = new double[START];
    private double[] length = new double[START];
    private int known;
    private double work;

    /** With orders that are on the shelf before the period's demand. */
    public PeriodicReview(ReorderCosts costs, UnitDemand demand) {
        this(costs, demand, 0);
    }

    /**
     * With orders that take a while.
     *
     * @param demand   of a period; not always zero
     * @param leadTime whole periods from order to shelf; with 0 it is there before the period's demand
     */
    public PeriodicReview(ReorderCosts costs, UnitDemand demand, int leadTime) {
        if (leadTime < 0 || leadTime > LONGEST_LEAD_TIME) {
            throw new IllegalArgumentException("""
                    leadTime (%d) must be from 0 to %d periods.
                    Maybe periods can be longer: weeks instead of days.""".formatted(leadTime, LONGEST_LEAD_TIME));
        }
        if (!(demand.mean() > 0)) {
            throw new IllegalArgumentException("Nothing is ever asked for, so no policy is best.");
        }
        this.costs = costs;
        this.demand = demand;
        this.ahead = LossFunction.of(demand.over(leadTime + 1));
        this.visits[0] = 1 / (1 - demand.probability(0));
        this.length[0] = visits[0];
        this.known = 1;
    }

    /** The policy that costs least. */
    public MinMax best() {
        work = 0;
        int cheapest = (int) ahead.quantile(costs.criticalRatio());
        int upTo = cheapest;
        int reorder = firstReorderPoint(upTo);
        double least = average(reorder, upTo);
        for (int candidate = upTo + 1; rate(candidate) <= least; candidate++) {
            if (average(reorder, candidate) < least) {
                upTo = candidate;
                while (average(reorder, upTo) <= rate(reorder + 1) && reorder + 1 < upTo) {
                    reorder++;
                }
                least = average(reorder, upTo);
            }
        }
        return new MinMax(reorder, upTo, least);
    }

    /** The highest reorder point at which it is no dearer to be than on average above it. */
    private int firstReorderPoint(int upTo) {
        double sum = costs.fixedCost();
        for (int below = 0; ; below++) {
            extend(few(below + 1L));
            sum += visits[below] * rate(upTo - below);
            int reorder = upTo - below - 1;
            if (sum / length[below] <= rate(reorder)) {
                return reorder;
            }
        }
    }

    /** What any policy costs per period. */
    public double cost(int reorderPoint, int orderUpTo) {
        if (orderUpTo <= reorderPoint) {
            throw new IllegalArgumentException("""
                    orderUpTo (%d) must be above reorderPoint (%d).
                    Maybe they were swapped.""".formatted(orderUpTo, reorderPoint));
        }
        work = 0;
        return average(reorderPoint, orderUpTo);
    }

    private double rate(int level) {
        return costs.rate(level, ahead);
    }

    private double average(int reorder, int upTo) {
        int levels = few((long) upTo - reorder);
        extend(levels);
        requireLittleWork(levels);
        double sum = costs.fixedCost();
        for (int below = 0; below < levels; below++) {
            sum += visits[below] * rate(upTo - below);
        }
        return sum / length[levels - 1];
    }

    /** Reviews between two orders at which the position is so much below S, and their sums. */
    private void extend(int levels) {
        if (levels > visits.length) {
            int size = Math.max(levels, 2 * visits.length);
            visits = Arrays.copyOf(visits, size);
            length = Arrays.copyOf(length, size);
        }
        for (; known < levels; known++) {
            double sum = 0;
            for (int units = Math.max(1, demand.first()); units <= Math.min(known, demand.last()); units++) {
                sum += demand.probability(units) * visits[known - units];
            }
            requireLittleWork(Math.min(known, demand.last()) - demand.first());
            visits[known] = sum * visits[0];
            length[known] = length[known - 1] + visits[known];
        }
    }

    private static int few(long levels) {
        if (levels > MOST_LEVELS) {
            throw new IllegalArgumentException("""
                    More than %d levels would have to be looked at.
                    Maybe demand is better counted in cases or pallets.""".formatted(MOST_LEVELS));
        }
        return (int) levels;
    }

    private void requireLittleWork(double more) {
        work += Math.max(0, more);
        if (work > MOST_WORK) {
            throw new IllegalArgumentException("""
                    An order costs so much that it would last for more than %d levels, too many to look at.
                    Maybe demand is better counted in cases or pallets, or a cost is out of all proportion.""".formatted(known));
        }
    }
}
