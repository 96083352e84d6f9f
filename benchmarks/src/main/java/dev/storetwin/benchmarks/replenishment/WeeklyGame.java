package dev.storetwin.benchmarks.replenishment;

/**
 * The past played again: orders at the end of each week, demand as it was sold.
 *
 * <p>A window has six warm-up weeks under the reference policy, then eight weeks with an order at the end of each of the first six
 * (the first before the window). The last six weeks are costed, those that its orders reach. Weeks out of stock say nothing about
 * demand and cost nothing. A policy sees the weeks before its order and no others.
 */
final class WeeklyGame {

    private static final double HOLDING = .2;
    private static final double SHORTAGE = 1;
    private static final int WARM_UP = 6;
    private static final int WEEKS = 8;
    private static final int ROUNDS = 6;

    private final WeeklyPanel panel;
    private final SeasonalAverage reference = new SeasonalAverage();

    WeeklyGame(WeeklyPanel panel) {
        this.panel = panel;
    }

    int lastStart() {
        return panel.weeks() - WEEKS;
    }

    /** Cost of the weeks that a policy's orders reach, when it begins before week {@code start}. */
    double cost(int start, OrderPolicy policy) {
        var shelves = warmedUp(start);
        double cost = 0;
        for (int week = 0; week < WEEKS; week++) {
            var orders = week < ROUNDS ? policy.orders(panel, start + week, shelves) : new long[shelves.length];
            cost += week < WEEKS - ROUNDS ? 0 : weekCost(start + week, shelves);
            shelves = after(start + week, shelves, orders);
        }
        return cost;
    }

    private ShelfState[] warmedUp(int start) {
        int first = start - WARM_UP;
        var forecast = reference.forecast(panel, first, 3);
        var shelves = new ShelfState[panel.shelves()];
        for (int i = 0; i < shelves.length; i++) {
            shelves[i] =
                    new ShelfState(Math.rint(forecast[i][0]), Math.rint(forecast[i][1]), Math.rint(forecast[i][2]));
        }
        for (int week = first; week < start; week++) {
            shelves = after(week, shelves, reference.orders(panel, week, shelves));
        }
        return shelves;
    }

    private ShelfState[] after(int week, ShelfState[] shelves, long[] orders) {
        var next = new ShelfState[shelves.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = shelves[i].after(demand(i, week), orders[i]);
        }
        return next;
    }

    private double weekCost(int week, ShelfState[] shelves) {
        double cost = 0;
        for (int i = 0; i < shelves.length; i++) {
            if (panel.inStock()[i][week]) {
                double demand = demand(i, week);
                cost += HOLDING * shelves[i].left(demand) + SHORTAGE * shelves[i].lost(demand);
            }
        }
        return cost;
    }

    private double demand(int shelf, int week) {
        return panel.inStock()[shelf][week] ? panel.sales()[shelf][week] : 0;
    }
}
