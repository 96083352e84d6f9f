package dev.storetwin.core.inventory.lostsales;

/**
 * Orders what costs least over a number of periods, or for ever, if all later orders are the best ones too.
 */
public final class Lookahead implements LostSalesPolicy {

    private static final double PRECISION = 1e-7;
    private static final int MOST_PERIODS = 100_000;

    private final CostAhead ahead;

    private Lookahead(CostAhead ahead) {
        this.ahead = ahead;
    }

    /** Looks at the cost of the first period that the order changes, and no further (Morton 1971; Zipkin 2008). */
    public static LostSalesPolicy myopic(LostSalesCase shelf) {
        return myopic(shelf, 1);
    }

    /**
     * Looks at the costs of some periods that the order changes; with two of them Zipkin's "myopic-2".
     *
     * @param periods at least one
     */
    public static LostSalesPolicy myopic(LostSalesCase shelf, int periods) {
        if (periods < 1) {
            throw new IllegalArgumentException("periods (%d) must be at least 1.".formatted(periods));
        }
        if (shelf.leadTime() == 0) {
            return newsvendor(shelf);
        }
        var ahead = new CostAhead(shelf);
        for (int i = 1; i < shelf.leadTime() + periods; i++) {
            ahead.grow();
        }
        return new Lookahead(ahead);
    }

    /**
     * The best policy there is, and its cost. It fails with a word on what is too large where the pipelines are too many.
     */
    public static Tuned<LostSalesPolicy> optimum(LostSalesCase shelf) {
        if (shelf.leadTime() == 0) {
            var newsvendor = newsvendor(shelf);
            var cost = new PolicyCost(shelf.periodCost(newsvendor.level()), 0, PolicyCost.Kind.EXACT);
            return new Tuned<>(newsvendor, cost);
        }
        var ahead = new CostAhead(shelf);
        if (!ahead.settle(PRECISION, MOST_PERIODS)) {
            throw new IllegalArgumentException("""
                    The best cost of %s was not found within %d periods: it is %s.
                    Maybe demand of nearly constant size makes stock go round in circles.""".formatted(shelf, MOST_PERIODS, ahead.perPeriod()));
        }
        return new Tuned<>(new Lookahead(ahead), ahead.perPeriod());
    }

    /** What is left serves the next period as well as a new order would, so every period is a newsvendor's. */
    private static BaseStock newsvendor(LostSalesCase shelf) {
        return new BaseStock(shelf.demand().quantile(shelf.criticalRatio()));
    }

    @Override
    public int order(int[] pipeline) {
        return ahead.bestOrder(pipeline);
    }
}
