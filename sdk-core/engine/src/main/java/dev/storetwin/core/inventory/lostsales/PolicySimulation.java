package dev.storetwin.core.inventory.lostsales;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;

/**
 * Cost of a policy over sample paths of demand. All policies meet the same paths under the same seed, so that they can be compared
 * more closely than the error of each says.
 */
final class PolicySimulation {

    private static final int PATHS = 20;
    private static final double HALF_WIDTH_95_OF_20 = 2.093;
    private static final int WARM_UP_LEAD_TIMES = 20;

    private final LostSalesCase shelf;
    private final Draws draws;
    private final int periods;

    /** @param periods of each of twenty paths, after those in which an empty pipeline fills */
    PolicySimulation(LostSalesCase shelf, Draws draws, int periods) {
        this.shelf = shelf;
        this.draws = draws;
        this.periods = periods;
    }

    PolicyCost cost(LostSalesPolicy policy) {
        double sum = 0;
        double squares = 0;
        for (int path = 0; path < PATHS; path++) {
            double cost = path(policy, draws.keyed("lost-sales", "demand", path));
            sum += cost;
            squares += cost * cost;
        }
        double mean = sum / PATHS;
        double variance = Math.max(0, squares / PATHS - mean * mean) / (PATHS - 1);
        return new PolicyCost(mean, HALF_WIDTH_95_OF_20 * Math.sqrt(variance), PolicyCost.Kind.SIMULATED);
    }

    private double path(LostSalesPolicy policy, Draw draw) {
        int[] pipeline = new int[shelf.pipelineLength()];
        int warmUp = WARM_UP_LEAD_TIMES * (shelf.leadTime() + 1);
        double cost = 0;
        for (int t = 0; t < warmUp + periods; t++) {
            int order = policy.order(pipeline);
            int ready = shelf.leadTime() == 0 ? pipeline[0] + order : pipeline[0];
            int demand = shelf.demand().draw(draw);
            if (t >= warmUp) {
                cost += shelf.holdingCost() * Math.max(0, ready - demand)
                        + shelf.shortageCost() * Math.max(0, demand - ready);
            }
            move(pipeline, Math.max(0, ready - demand), order);
        }
        return cost / periods;
    }

    private void move(int[] pipeline, int left, int order) {
        int last = pipeline.length - 1;
        int arrival = last > 0 ? pipeline[1] : shelf.leadTime() == 1 ? order : 0;
        for (int l = 1; l < last; l++) {
            pipeline[l] = pipeline[l + 1];
        }
        pipeline[last] = order;
        pipeline[0] = left + arrival;
    }
}
