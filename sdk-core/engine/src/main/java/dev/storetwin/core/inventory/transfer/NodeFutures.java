package dev.storetwin.core.inventory.transfer;

import java.util.Arrays;

/**
 * What a node is expected to cost over futures of its demand, by what it gives today and what comes on which day.
 *
 * <p>How it works. Along each future stock is followed day by day: what comes is put on the shelf, demand takes what it finds, and what finds
 * nothing is lost. Units on the shelf cost holding for each day. At the end comes the next order: what is left beyond what one
 * would want then is in the way until demand has taken it, at most at what was paid for it, and what is still owed to orders is as bad as
 * lost. A depot serves no shopper: what lies there can be sent later, and is never in the way.
 *
 * <p>Selling at once is cheapest, so that the cost along a future is the value of a linear program in what is given and what comes: convex in all
 * of them together, and so is the mean.
 */
public final class NodeFutures {

    private final double[][] demand;
    private final double start;
    private final double[] arrivals;
    private final UnitCosts costs;
    private final double welcome;
    private final double pace;

    /**
     * Of a node that serves shoppers.
     *
     * @param demand   one row per future, one column per day, today first; more days than {@code arrivals}
     * @param start    what can be sold now; negative when oversold
     * @param arrivals by day, until the day before the next order can be there
     * @param fractile how often one wants to have enough for the days after that
     */
    public NodeFutures(double[][] demand, double start, double[] arrivals, UnitCosts costs, double fractile) {
        if (demand.length == 0 || arrivals.length == 0 || demand[0].length <= arrivals.length) {
            throw new IllegalArgumentException("%d futures must cover more days than the %d of the arrivals."
                    .formatted(demand.length, arrivals.length));
        }
        this.demand = demand;
        this.start = start;
        this.arrivals = arrivals.clone();
        this.costs = costs;
        this.welcome = welcome(demand, arrivals.length, fractile);
        this.pace = pace(demand);
    }

    private NodeFutures(double start, double[] arrivals, UnitCosts costs) {
        this.demand = new double[1][arrivals.length];
        this.start = start;
        this.arrivals = arrivals.clone();
        this.costs = costs;
        this.welcome = Double.POSITIVE_INFINITY;
        this.pace = 0;
    }

    /** Of a node that serves other nodes alone. */
    public static NodeFutures ofDepot(double start, double[] arrivals, UnitCosts costs) {
        return new NodeFutures(start, arrivals, costs);
    }

    private static double pace(double[][] demand) {
        double sum = 0;
        for (var path : demand) {
            sum += Arrays.stream(path).sum();
        }
        return sum / demand.length / demand[0].length;
    }

    private static double welcome(double[][] demand, int from, double fractile) {
        var sums = new double[demand.length];
        for (int path = 0; path < sums.length; path++) {
            for (int day = from; day < demand[path].length; day++) {
                sums[path] += demand[path][day];
            }
        }
        Arrays.sort(sums);
        return sums[Math.max(0, (int) Math.ceil(fractile * sums.length) - 1)];
    }

    /** Days that are followed. */
    public int days() {
        return arrivals.length;
    }

    /** What can be sold now; negative when oversold. */
    public double start() {
        return start;
    }

    /**
     * The expected cost.
     *
     * @param given  units that leave today
     * @param coming more units, by day
     */
    public double cost(double given, double[] coming) {
        double sum = 0;
        for (var path : demand) {
            sum += cost(path, start - given, coming);
        }
        return sum / demand.length;
    }

    private double cost(double[] wanted, double units, double[] coming) {
        double stock = units;
        double held = 0;
        double lost = 0;
        for (int day = 0; day < arrivals.length; day++) {
            stock += arrivals[day] + coming[day];
            double sold = Math.min(Math.max(stock, 0), wanted[day]);
            lost += wanted[day] - sold;
            stock -= sold;
            held += Math.max(stock, 0);
        }
        double owed = Math.max(0, -stock);
        return costs.holding() * held + costs.shortage() * (lost + owed) + surplusCost(stock);
    }

    /** The k-th unit that is in the way waits k / pace days for its buyer. */
    private double surplusCost(double left) {
        double surplus = Math.max(0, left - welcome);
        if (surplus == 0) {
            return 0;
        }
        double sellable = Math.min(surplus, pace * costs.writeOff() / costs.holding());
        double waiting = sellable > 0 ? costs.holding() * sellable * sellable / (2 * pace) : 0;
        return waiting + costs.writeOff() * (surplus - sellable);
    }
}
