package dev.storetwin.core.inventory.lostsales;

import dev.storetwin.core.numeric.ConvexSearch;
import dev.storetwin.core.random.Draws;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What policies cost on a shelf, and the best of each family: found over sample paths, then compared with its neighbours exactly where
 * the pipelines are few enough.
 */
public final class LostSales {

    private static final int MOST_NUMBERS = 4_000_000;
    private static final int MOST_NUMBERS_TO_COMPARE = 800_000;
    private static final int PERIODS_TO_SEARCH = 2_000;
    private static final int PERIODS_TO_REPORT = 50_000;
    private static final int NEAR = 3;
    private static final int TENTHS = 10;
    private static final int PROMISING = 5;
    private static final double FAR = 15;
    private static final Comparator<Tuned<?>> BY_COST =
            Comparator.comparingDouble(it -> it.cost().cost());

    private final LostSalesCase shelf;
    private final Draws draws;
    private final PolicySimulation search;

    private LostSales(LostSalesCase shelf, Draws draws) {
        this.shelf = shelf;
        this.draws = draws;
        this.search = new PolicySimulation(shelf, draws, PERIODS_TO_SEARCH);
    }

    /**
     * Asks about one shelf.
     *
     * @param draws of the sample paths; the same ones give the same answers
     */
    public static LostSales of(LostSalesCase shelf, Draws draws) {
        return new LostSales(shelf, draws);
    }

    /** Cost of a policy: exact if its pipelines are at most four million numbers together, else simulated. */
    public PolicyCost cost(LostSalesPolicy policy) {
        return cost(policy, MOST_NUMBERS, PERIODS_TO_REPORT);
    }

    private PolicyCost cost(LostSalesPolicy policy, int mostNumbers, int periods) {
        if (policy instanceof ConstantOrder constant) {
            return steady(constant);
        }
        return PolicyChain.cost(shelf, policy, Integer.MAX_VALUE, mostNumbers / shelf.pipelineLength())
                .orElseGet(() -> new PolicySimulation(shelf, draws, periods).cost(policy));
    }

    /**
     * A constant order costs the same at any lead time, and stock has no bound, but is very rarely far from empty: the chance falls
     * by the same factor with every unit.
     */
    private PolicyCost steady(ConstantOrder constant) {
        double room = shelf.demand().mean() - constant.quantity();
        if (room <= 0) {
            throw new IllegalArgumentException(
                    """
                    Ordering %d every period fills the shelf without end, as mean demand is %s.
                    Maybe a smaller quantity is meant.""".formatted(constant.quantity(), shelf.demand().mean()));
        }
        double far = constant.quantity() + FAR * (1 + shelf.demand().variance() / room);
        var atOnce = new LostSalesCase(shelf.demand(), 1, shelf.holdingCost(), shelf.shortageCost());
        return PolicyChain.cost(atOnce, constant, (int) Math.min(far, MOST_NUMBERS - 1.), MOST_NUMBERS)
                .orElseThrow();
    }

    /** The best of all policies: see {@link Lookahead#optimum}. */
    public Tuned<LostSalesPolicy> optimum() {
        return Lookahead.optimum(shelf);
    }

    /** The best base stock level. */
    public Tuned<BaseStock> baseStock() {
        int near = lowest(BaseStock::new, 0, shelf.mostFrom()[0]);
        int best = (int) ConvexSearch.smallestMinimum(
                it -> compared(new BaseStock((int) it)).cost(), Math.max(0, near - NEAR), near + NEAR);
        return new Tuned<>(new BaseStock(best), cost(new BaseStock(best)));
    }

    /** The best projected inventory level, to a tenth of a unit. */
    public Tuned<ProjectedLevel> projectedLevel() {
        int units = lowest(it -> new ProjectedLevel(shelf, it), 0, shelf.mostFrom()[0]);
        var promising = IntStream.rangeClosed(TENTHS * Math.max(0, units - 1), TENTHS * (units + 1))
                .mapToObj(it -> new ProjectedLevel(shelf, (double) it / TENTHS))
                .map(it -> new Tuned<>(it, search.cost(it)))
                .sorted(BY_COST)
                .limit(PROMISING);
        var best = promising
                .map(it -> new Tuned<>(it.policy(), compared(it.policy())))
                .min(BY_COST)
                .orElseThrow();
        return new Tuned<>(best.policy(), cost(best.policy()));
    }

    /** The best constant order. */
    public Tuned<ConstantOrder> constantOrder() {
        int most = (int) Math.ceil(shelf.demand().mean()) - 1;
        int best = (int) ConvexSearch.smallestMinimum(
                it -> steady(new ConstantOrder((int) it)).cost(), 0, most);
        return new Tuned<>(new ConstantOrder(best), steady(new ConstantOrder(best)));
    }

    /** The best pair of level and cap. */
    public Tuned<CappedBaseStock> cappedBaseStock() {
        int[] most = shelf.mostFrom();
        var best = new CappedBaseStock(0, 0);
        double least = search.cost(best).cost();
        for (int cap = 1; cap <= most[shelf.leadTime()]; cap++) {
            int fixed = cap;
            var here = new CappedBaseStock(lowest(it -> new CappedBaseStock(it, fixed), 0, 2 * most[0]), cap);
            double cost = search.cost(here).cost();
            if (cost < least) {
                best = here;
                least = cost;
            }
        }
        return polished(best);
    }

    private int lowest(IntFunction<? extends LostSalesPolicy> family, int from, int to) {
        return (int) ConvexSearch.smallestMinimum(
                it -> search.cost(family.apply((int) it)).cost(), from, to);
    }

    private Tuned<CappedBaseStock> polished(CappedBaseStock start) {
        Map<CappedBaseStock, PolicyCost> known = new HashMap<>();
        ToDoubleFunction<CappedBaseStock> asked =
                it -> known.computeIfAbsent(it, this::compared).cost();
        var at = start;
        var best = cheapestAround(at, asked);
        while (!best.equals(at)) {
            at = best;
            best = cheapestAround(at, asked);
        }
        return new Tuned<>(best, cost(best));
    }

    /** The place itself if no neighbour is cheaper. */
    private static CappedBaseStock cheapestAround(CappedBaseStock at, ToDoubleFunction<CappedBaseStock> cost) {
        var best = at;
        for (int level = Math.max(0, at.level() - 1); level <= at.level() + 1; level++) {
            for (int cap = Math.max(0, at.cap() - 1); cap <= at.cap() + 1; cap++) {
                var next = new CappedBaseStock(level, cap);
                best = cost.applyAsDouble(next) < cost.applyAsDouble(best) ? next : best;
            }
        }
        return best;
    }

    private PolicyCost compared(LostSalesPolicy policy) {
        return cost(policy, MOST_NUMBERS_TO_COMPARE, PERIODS_TO_SEARCH);
    }
}
