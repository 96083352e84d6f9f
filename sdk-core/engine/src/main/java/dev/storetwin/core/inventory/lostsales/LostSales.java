package dev.storetwin.core.inventory.lostsales;

import dev.storetwin.core.numeric.ConvexSearch;
import dev.storetwin.core.random.Draws;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What policies cost on a shelf, and the best of each family: found over sample paths, then compared with its neighbours exactly where
 * the pipelines are few enough.
 */
public final class LostSales {

    private static final int MOST_PIPELINES = 3_000_000;
    private static final int MOST_TO_COMPARE = 200_000;
    private static final int PERIODS_TO_SEARCH = 2_000;
    private static final int PERIODS_TO_REPORT = 50_000;
    private static final int LEVELS_PER_UNIT = 10;
    private static final double FAR = 60;

    private final LostSalesCase shelf;
    private final Draws draws;
    private final PolicySimulation search;

    private LostSales(LostSalesCase shelf, Draws draws) {
        this.shelf = shelf;
        this.draws = draws;
        this.search = new PolicySimulation(shelf, draws, PERIODS_TO_SEARCH);
    }

    /** @param draws of the sample paths; the same ones give the same answers */
    public static LostSales of(LostSalesCase shelf, Draws draws) {
        return new LostSales(shelf, draws);
    }

    /** Cost of a policy: exact if it gets into at most three million pipelines, else simulated. */
    public PolicyCost cost(LostSalesPolicy policy) {
        return cost(policy, MOST_PIPELINES, PERIODS_TO_REPORT);
    }

    private PolicyCost cost(LostSalesPolicy policy, int mostPipelines, int periods) {
        if (policy instanceof ConstantOrder constant) {
            return steady(constant);
        }
        return PolicyChain.cost(shelf, policy, Integer.MAX_VALUE, mostPipelines)
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
        return PolicyChain.cost(atOnce, constant, (int) Math.min(far, MOST_PIPELINES - 1.), MOST_PIPELINES)
                .orElseThrow();
    }

    /** The best of all policies: see {@link Lookahead#optimum}. */
    public Tuned<LostSalesPolicy> optimum() {
        return Lookahead.optimum(shelf);
    }

    /** The best base stock level. */
    public Tuned<BaseStock> baseStock() {
        int start = lowest(BaseStock::new, 0, shelf.mostFrom()[0]);
        return polished(start, BaseStock::new);
    }

    /** The best projected inventory level, to a tenth of a unit. */
    public Tuned<ProjectedLevel> projectedLevel() {
        IntFunction<ProjectedLevel> tenths = it -> new ProjectedLevel(shelf, (double) it / LEVELS_PER_UNIT);
        int start = lowest(tenths, 0, LEVELS_PER_UNIT * shelf.mostFrom()[0]);
        return polished(start, tenths);
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

    /** Walks from a place of a family to a neighbour as long as that is cheaper. */
    private <P extends LostSalesPolicy> Tuned<P> polished(int start, IntFunction<P> family) {
        int at = start;
        var best = compared(family.apply(at));
        for (int step : new int[] {1, -1}) {
            while (best.kind() == PolicyCost.Kind.EXACT && at + step >= 0) {
                var next = compared(family.apply(at + step));
                if (!(next.cost() < best.cost())) {
                    break;
                }
                best = next;
                at += step;
            }
        }
        return new Tuned<>(family.apply(at), best.kind() == PolicyCost.Kind.EXACT ? best : cost(family.apply(at)));
    }

    private Tuned<CappedBaseStock> polished(CappedBaseStock start) {
        Map<CappedBaseStock, PolicyCost> known = new HashMap<>();
        var best = start;
        for (var from = (CappedBaseStock) null; !best.equals(from); ) {
            from = best;
            for (int i = 0; i < 9; i++) {
                var next =
                        new CappedBaseStock(Math.max(0, from.level() + i / 3 - 1), Math.max(0, from.cap() + i % 3 - 1));
                double cost = known.computeIfAbsent(next, this::compared).cost();
                best = cost < known.computeIfAbsent(best, this::compared).cost() ? next : best;
            }
        }
        return new Tuned<>(best, cost(best));
    }

    private PolicyCost compared(LostSalesPolicy policy) {
        return cost(policy, MOST_TO_COMPARE, PERIODS_TO_SEARCH);
    }
}
