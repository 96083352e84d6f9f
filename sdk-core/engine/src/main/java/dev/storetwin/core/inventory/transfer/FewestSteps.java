package dev.storetwin.core.inventory.transfer;

import dev.storetwin.core.numeric.ConvexSearch;
import java.util.function.LongToDoubleFunction;

/** Looks for the best number of steps where the cost is convex but for the first few, which may only pay off what is owed. */
final class FewestSteps {

    private static final int MOST_TRIED = 64;

    private FewestSteps() {}

    /**
     * The fewest steps that cost as little as any.
     *
     * @param owed steps from which on the cost is convex
     * @param most steps that can be
     */
    static long best(LongToDoubleFunction cost, long owed, long most) {
        long convexFrom = Math.min(owed, most);
        long best = ConvexSearch.smallestMinimum(cost, convexFrom, most);
        double least = cost.applyAsDouble(best);
        for (long place = Math.min(convexFrom, MOST_TRIED) - 1; place >= 0; place--) {
            double its = cost.applyAsDouble(place);
            if (!ConvexSearch.falls(its, least)) {
                best = place;
                least = its;
            }
        }
        return best;
    }
}
