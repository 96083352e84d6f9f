package dev.storetwin.core.inventory.lostsales;

/**
 * The best cost of a shelf with a lead time of one or two and a demand of at most two, by trying every order from zero to four in every
 * pipeline, without bounds, convexity or ranks.
 */
final class AllOrders {

    private static final int MOST_ORDER = 4;
    private static final int MOST_ON_HAND = 16;
    private static final int PERIODS = 3_000;

    private AllOrders() {}

    /** Mean growth of the cost of the empty shelf over the last half of many periods. */
    static double cost(LostSalesCase shelf) {
        double[][] cost = new double[MOST_ON_HAND + 1][MOST_ORDER + 1];
        double halfWay = 0;
        for (int t = 0; t < PERIODS; t++) {
            halfWay = t == PERIODS / 2 ? cost[0][0] : halfWay;
            cost = onePeriodMore(shelf, cost);
        }
        return (cost[0][0] - halfWay) / (PERIODS - PERIODS / 2);
    }

    private static double[][] onePeriodMore(LostSalesCase shelf, double[][] cost) {
        double[][] grown = new double[cost.length][cost[0].length];
        for (int onHand = 0; onHand <= MOST_ON_HAND; onHand++) {
            for (int arriving = 0; arriving <= MOST_ORDER; arriving++) {
                double least = Double.POSITIVE_INFINITY;
                for (int order = 0; order <= MOST_ORDER; order++) {
                    least = Math.min(least, expected(shelf, cost, onHand, arriving, order));
                }
                grown[onHand][arriving] = least;
            }
        }
        return grown;
    }

    private static double expected(LostSalesCase shelf, double[][] cost, int onHand, int arriving, int order) {
        double sum = 0;
        for (int units = 0; units <= 2; units++) {
            int left = Math.max(0, onHand - units);
            double now = shelf.holdingCost() * left + shelf.shortageCost() * Math.max(0, units - onHand);
            int next = Math.min(MOST_ON_HAND, left + (shelf.leadTime() == 1 ? order : arriving));
            sum += shelf.demand().probability(units) * (now + cost[next][shelf.leadTime() == 1 ? 0 : order]);
        }
        return sum;
    }
}
