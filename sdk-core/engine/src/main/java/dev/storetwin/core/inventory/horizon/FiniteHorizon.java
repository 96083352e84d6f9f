package dev.storetwin.core.inventory.horizon;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/**
 * Least expected cost of a season by dynamic programming over whole stock levels (Scarf 1960, "The optimality of (S, s) policies
 * in the dynamic inventory problem"). Exact for any costs: where fixed costs rise from period to period and a pair of levels is not
 * optimal, the cost is still that of the best orders.
 *
 * <p>Backwards in time, {@code G(y)} is the cost of standing at {@code y} after ordering, and {@code V(x)} the cost of the
 * better of staying at {@code x} and paying the fixed cost to go to the best level above. Far below, both are straight lines; where
 * the lines begin is worked out, so levels need no lower bound. Levels above all demand that can still come are never worth an
 * order.
 */
public final class FiniteHorizon {

    private static final int MOST_LEVELS = 20_000_000;
    private static final double MOST_WORK = 1e10;

    private final Season season;
    private final int high;

    private FiniteHorizon(Season season, int initialLevel) {
        this.season = season;
        long demand =
                season.periods().stream().mapToLong(it -> it.demand().last()).sum();
        this.high = requireFew(Math.max(initialLevel, demand));
        requireLittleWork();
    }

    private void requireLittleWork() {
        long values = season.periods().stream()
                .mapToLong(it -> it.demand().last() - it.demand().first() + 1L)
                .sum();
        if ((double) values * high > MOST_WORK) {
            throw new IllegalArgumentException("""
                    %d stock levels by %d values of demand are too many to look at.
                    Maybe demand is counted in cases, or the season has fewer and longer periods.""".formatted(high, values));
        }
    }

    /**
     * The best orders.
     *
     * @param initialLevel stock before the first order; negative is owed
     */
    public static SeasonPlan solve(Season season, int initialLevel) {
        return new FiniteHorizon(season, initialLevel).solve(initialLevel);
    }

    private SeasonPlan solve(int initialLevel) {
        Deque<ReorderLevels> levels = new ArrayDeque<>();
        var next = CostToGo.tabulate(0, high, -season.terminalShortageCost(), it -> season.terminalHoldingCost() * it);
        for (int t = season.periods().size() - 1; t >= 0; t--) {
            var period = season.periods().get(t);
            var standing = standing(period, next);
            int best = standing.cheapest();
            double ordering = period.fixedCost() + standing.at(best);
            next = before(period, standing, ordering);
            levels.addFirst(new ReorderLevels(reorderAt(standing, next.low(), best, ordering), best));
        }
        return new SeasonPlan(List.copyOf(new ArrayList<>(levels)), next.at(initialLevel));
    }

    /** Cost of standing at a level after ordering, purchases included as if all stock had been bought now. */
    private CostToGo standing(Period period, CostToGo next) {
        int low = Math.min(0, next.low());
        double slope = period.purchaseCost() - period.shortageCost() + season.discount() * next.slopeBelow();
        return CostToGo.tabulate(
                low,
                high,
                slope,
                level -> period.purchaseCost() * level
                        + period.mismatch(level)
                        + season.discount() * expected(period, next, level));
    }

    private static double expected(Period period, CostToGo next, int level) {
        double sum = 0;
        for (int units = period.demand().first(); units <= period.demand().last(); units++) {
            sum += period.demand().probability(units) * next.at(level - units);
        }
        return sum;
    }

    /** Cost before ordering: the table reaches down to where either every level orders or none does. */
    private CostToGo before(Period period, CostToGo standing, double ordering) {
        int low = crossing(standing, ordering);
        boolean ordersBelow = standing.slopeBelow() < 0;
        double slope = ordersBelow ? -period.purchaseCost() : standing.slopeBelow() - period.purchaseCost();
        double[] bestAbove = new double[high - low + 1];
        double best = Double.POSITIVE_INFINITY;
        for (int level = high; level >= low; level--) {
            best = Math.min(best, standing.at(level));
            bestAbove[level - low] = Math.min(standing.at(level), period.fixedCost() + best);
        }
        return CostToGo.tabulate(low, high, slope, level -> bestAbove[level - low] - period.purchaseCost() * level);
    }

    /** The level at or below the table from which down the line is on one side of the cost of ordering. */
    private int crossing(CostToGo standing, double ordering) {
        double excess = standing.at(standing.low()) - ordering;
        double slope = standing.slopeBelow();
        if (slope == 0 || (excess > 0) == (slope < 0)) {
            return standing.low();
        }
        double steps = Math.ceil(Math.abs(excess / slope)) + 1;
        requireFew(high - standing.low() + steps);
        return standing.low() - (int) steps;
    }

    private static OptionalInt reorderAt(CostToGo standing, int low, int best, double ordering) {
        for (int level = best; level >= low; level--) {
            if (standing.at(level) > ordering) {
                return OptionalInt.of(level);
            }
        }
        return OptionalInt.empty();
    }

    private static int requireFew(double levels) {
        if (!(levels < MOST_LEVELS)) {
            throw new IllegalArgumentException("""
                    The season needs a table of %.0f stock levels; at most %d can be computed.
                    Maybe demand is counted in cases, or an order costs more than it can ever save.""".formatted(levels, MOST_LEVELS));
        }
        return (int) levels;
    }
}
