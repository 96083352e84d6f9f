package dev.storetwin.core.inventory.lostsales;

import java.util.Arrays;

/**
 * Cost of the periods ahead as a function of the pipeline, under the best orders, grown period by period.
 *
 * <p>Only pipelines that stay within Morton's bounds are looked at: the best orders never leave them, so nothing is lost, and they are few
 * (Zipkin 2008, "Old and new methods for lost-sales inventory systems"). The cost is L-natural convex (Zipkin 2008, "On the structure
 * of lost-sales inventory models"): it is convex in the order, and the best order hardly changes from one pipeline to its
 * neighbour, so it is found by climbing down from the neighbour's.
 */
final class CostAhead {

    private static final int MOST_PIPELINES = 5_000_000;
    private static final double STANDING_STILL = .1;
    private static final double ROUNDING = 1e-12;

    private final LostSalesCase shelf;
    private final int[] most;
    private final PipelineSpace space;
    private final double[] probabilities;
    private final double[] atLeast;
    private final double[] periodCost;
    private double[] cost;
    private double lowest;
    private double highest;

    CostAhead(LostSalesCase shelf) {
        this.shelf = shelf;
        this.most = shelf.mostFrom();
        int[] sums = new int[shelf.pipelineLength()];
        Arrays.setAll(sums, l -> l == 0 ? most[0] : most[l + 1]);
        this.space = PipelineSpace.of(sums, MOST_PIPELINES).orElseThrow(() -> tooMany(shelf));
        this.probabilities = new double[most[0] + 1];
        Arrays.setAll(probabilities, shelf.demand()::probability);
        this.atLeast = new double[most[0] + 1];
        Arrays.setAll(atLeast, units -> units == 0 ? 1 : 1 - shelf.demand().cumulative(units - 1));
        this.periodCost = new double[most[0] + 1];
        Arrays.setAll(periodCost, shelf::periodCost);
        this.cost = new double[space.size()];
    }

    private static IllegalArgumentException tooMany(LostSalesCase shelf) {
        return new IllegalArgumentException(
                """
                A lead time of %d periods with a mean demand of %s per period makes more than %d pipelines, too many to look at.
                Maybe demand can be counted in cases; if not, capped base stock and projected levels are close to the best.""".formatted(shelf.leadTime(), shelf.demand().mean(), MOST_PIPELINES));
    }

    /** One period more. */
    void grow() {
        sweep(0);
    }

    /**
     * Periods more until the cost of one is known. Some of the weight stands still, so that demand in a steady rhythm settles too;
     * and costs are counted from that of the empty pipeline on, so that they stay small.
     *
     * @param tolerance of the cost of a period and of holding a unit
     * @return whether the bounds of the cost of a period came so close to each other
     */
    boolean settle(double tolerance, int mostPeriods) {
        for (int i = 0; i < mostPeriods; i++) {
            sweep(STANDING_STILL);
            if (highest - lowest <= tolerance * (highest + shelf.holdingCost())) {
                return true;
            }
            double empty = cost[0];
            Arrays.setAll(cost, at -> cost[at] - empty);
        }
        return false;
    }

    /** Bounds of the best cost of a period in the long run (Odoni 1969), as of the last period added. */
    PolicyCost perPeriod() {
        return new PolicyCost((lowest + highest) / 2, (highest - lowest) / 2, PolicyCost.Kind.EXACT);
    }

    private void sweep(double still) {
        double[] grown = new double[cost.length];
        int[] pipeline = new int[space.places()];
        int first = 0;
        int order = 0;
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        do {
            int room = space.most(0) - PipelineSpace.sumFrom(pipeline, 1);
            pipeline[0] = 0;
            int mostBehind = mostOrder(pipeline);
            int guess = order;
            for (int onHand = 0; onHand <= room; onHand++) {
                pipeline[0] = onHand;
                guess = climb(pipeline, guess, Math.min(mostBehind, room - onHand));
                order = onHand == 0 ? guess : order;
                double value = periodCost[onHand] + ahead(pipeline, guess);
                double now = cost[first + onHand];
                lowest = Math.min(lowest, value - now);
                highest = Math.max(highest, value - now);
                grown[first + onHand] = still * now + (1 - still) * value;
            }
            first += room + 1;
        } while (space.advance(pipeline));
        cost = grown;
    }

    /** The largest order that keeps all bounds; negative if there is too much already. */
    private int mostOrder(int[] pipeline) {
        int bound = most[most.length - 1];
        int sum = 0;
        for (int l = pipeline.length - 1; l >= 0; l--) {
            sum += pipeline[l];
            bound = Math.min(bound, most[l] - sum);
        }
        return bound;
    }

    /** The smallest best order, from a guess down or up. */
    private int climb(int[] pipeline, int guess, int mostOrder) {
        int order = Math.max(0, Math.min(guess, mostOrder));
        double best = ahead(pipeline, order);
        boolean fell = false;
        while (order > 0) {
            double less = ahead(pipeline, order - 1);
            if (less > best + ROUNDING * Math.abs(best)) {
                break;
            }
            best = less;
            order--;
            fell = true;
        }
        while (!fell && order < mostOrder) {
            double more = ahead(pipeline, order + 1);
            if (more >= best - ROUNDING * Math.abs(best)) {
                break;
            }
            best = more;
            order++;
        }
        return order;
    }

    /** Expected cost from the next period on. */
    private double ahead(int[] pipeline, int order) {
        int arrival = pipeline.length == 1 ? order : pipeline[1];
        int from = space.firstOfNext(pipeline, order) + arrival;
        int onHand = pipeline[0];
        double sum = atLeast[onHand] * cost[from];
        for (int units = Math.min(onHand - 1, shelf.demand().last()); units >= 0; units--) {
            sum += probabilities[units] * cost[from + onHand - units];
        }
        return sum;
    }

    /** The order with the least cost from here on. Where too much is there already, nothing. */
    int bestOrder(int[] pipeline) {
        int bound = mostOrder(pipeline);
        int best = 0;
        for (int order = 1; order <= bound; order++) {
            double least = ahead(pipeline, best);
            best = ahead(pipeline, order) < least - ROUNDING * Math.abs(least) ? order : best;
        }
        return best;
    }
}
