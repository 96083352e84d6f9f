package dev.storetwin.core.inventory;

import dev.storetwin.core.numeric.ConvexSearch;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongToDoubleFunction;

/**
 * What an order is expected to cost from its arrival on, over futures of demand.
 *
 * <p>How it works. Stock is followed along each future to the moment when the order comes, with what is under way and with lost
 * sales. From there two review periods are played: in the first, the order must do alone; at the start of the second, the next order
 * comes, of the size that is best for what this one leaves. So a unit that is left over is charged only for as long as it is really
 * in the way: it makes the next order smaller. What is left at the end beyond what one would order up to then is charged until demand
 * has taken it, at most with what was paid for it.
 *
 * <p>Along one future, selling as early as possible is cheapest, so the cost is the value of a linear program in the quantities on its
 * right-hand side: convex in the order and the next one together, and L-natural-convex in the stock after each (Zipkin 2008). Hence
 * the search by slope is exact, more stock never orders more, and a higher shortage cost never orders less.
 */
final class OrderCosts {

    private static final int MOST_TRIED = 64;

    private final double[][] demand;
    private final double[] arrivals;
    private final double[] atArrival;
    private final int lead;
    private final int review;
    private final CostRates rates;
    private final double unit;
    private final double pace;
    private final double welcome;
    private final double costBefore;

    /** What was tried before: a search comes by the same quantities again, and so does who shows its answer. */
    private final Map<Double, Double> known = new ConcurrentHashMap<>();

    /**
     * Follows stock to the moment when the order comes.
     *
     * @param demand   one row per future, one column per period; covers the lead time and two review periods
     * @param start    what can be sold now
     * @param arrivals by period
     * @param lead     periods that pass before the order is on the shelf
     * @param review   periods from this order's arrival to the next one's
     * @param unit     the smallest quantity
     */
    OrderCosts(double[][] demand, double start, double[] arrivals, int lead, int review, CostRates rates, double unit) {
        if (arrivals.length != lead + 2 * review) {
            throw new IllegalArgumentException("%d periods cannot hold a lead time of %d and two reviews of %d."
                    .formatted(arrivals.length, lead, review));
        }
        this.demand = demand;
        this.arrivals = arrivals;
        this.lead = lead;
        this.review = review;
        this.rates = rates;
        this.unit = unit;
        this.pace = pace(demand, lead);
        this.welcome = welcome(demand, review, rates.criticalFractile(review));
        this.atArrival = new double[demand.length];
        double before = 0;
        for (int path = 0; path < demand.length; path++) {
            double stock = start;
            for (int period = 0; period < lead; period++) {
                stock += arrivals[period];
                double sold = Math.min(Math.max(stock, 0), demand[path][period]);
                before += rates.shortage() * (demand[path][period] - sold);
                stock -= sold;
                before += rates.holding() * Math.max(stock, 0);
            }
            atArrival[path] = stock;
        }
        this.costBefore = before / demand.length;
    }

    private static double pace(double[][] demand, int lead) {
        double sum = 0;
        for (var path : demand) {
            for (int period = lead; period < path.length; period++) {
                sum += path[period];
            }
        }
        return sum / demand.length / (demand[0].length - lead);
    }

    /** What one would order up to for one review period: so much may be left without being in the way. */
    private static double welcome(double[][] demand, int review, double fractile) {
        var sums = new double[demand.length];
        for (int path = 0; path < sums.length; path++) {
            for (int period = demand[path].length - review; period < demand[path].length; period++) {
                sums[path] += demand[path][period];
            }
        }
        Arrays.sort(sums);
        return sums[Math.max(0, (int) Math.ceil(fractile * sums.length) - 1)];
    }

    /** Expected cost from now until two review periods after the order's arrival, when so much is ordered. */
    double of(double quantity) {
        return known.computeIfAbsent(quantity, this::played);
    }

    private double played(double quantity) {
        var left = new double[demand.length];
        double first = play(atArrival, quantity, lead, left);
        long most = mostUseful(left, lead + review);
        long next = ConvexSearch.smallestMinimum(units -> second(left, units * unit), 0, most);
        return costBefore + first + second(left, next * unit);
    }

    /**
     * The smallest multiple of a pack, from a least number of packs on, that costs as little as any.
     *
     * @param least at least 1
     */
    long bestPacks(double pack, long least) {
        long most = Math.max(least, (long) Math.ceil(mostUseful(atArrival, lead) * unit / pack));
        return best(packs -> of(packs * pack), least, most, oversold() / pack);
    }

    /** The smallest number of units, none included, that costs as little as any. */
    long bestUnits() {
        return best(units -> of(units * unit), 0, mostUseful(atArrival, lead), oversold() / unit);
    }

    /** What the worst future still owes when the order arrives; below it more units change nothing there. */
    private double oversold() {
        return Math.max(0, -Arrays.stream(atArrival).min().orElse(0));
    }

    /** The cost is convex from where no future owes anything; the few places before it are tried one by one. */
    private static long best(LongToDoubleFunction cost, long least, long most, double oversold) {
        long convexFrom = Math.min(most, Math.max(least, (long) Math.ceil(oversold)));
        long best = ConvexSearch.smallestMinimum(cost, convexFrom, most);
        for (long place = Math.min(convexFrom, least + MOST_TRIED) - 1; place >= least; place--) {
            best = ConvexSearch.falls(cost.applyAsDouble(place), cost.applyAsDouble(best)) ? best : place;
        }
        return best;
    }

    /** Smallest units that cover the demand of one review period in every future. */
    private long mostUseful(double[] stock, int from) {
        double most = 0;
        for (int path = 0; path < stock.length; path++) {
            double need = -stock[path];
            for (int period = from; period < from + review; period++) {
                need += demand[path][period];
            }
            most = Math.max(most, need);
        }
        return (long) Math.ceil(most / unit);
    }

    private double second(double[] stock, double quantity) {
        var left = new double[stock.length];
        double cost = play(stock, quantity, lead + review, left);
        double surplus = 0;
        for (double units : left) {
            surplus += surplusCost(units);
        }
        return cost + surplus / left.length;
    }

    /** Expected cost of one review period, with so much added at its start. */
    private double play(double[] stock, double quantity, int from, double[] left) {
        double held = 0;
        double lost = 0;
        for (int path = 0; path < stock.length; path++) {
            double units = stock[path] + quantity;
            var wanted = demand[path];
            for (int period = from; period < from + review; period++) {
                units += arrivals[period];
                double sold = Math.min(Math.max(units, 0), wanted[period]);
                lost += wanted[period] - sold;
                units -= sold;
                held += Math.max(units, 0);
            }
            left[path] = units;
        }
        return (rates.holding() * held + rates.shortage() * lost) / stock.length;
    }

    /** The k-th unit that is in the way waits k / pace periods for its buyer. */
    private double surplusCost(double left) {
        double surplus = Math.max(0, left - welcome);
        if (surplus == 0) {
            return 0;
        }
        double sellable = Math.min(surplus, pace * rates.writeOff() / rates.holding());
        double waiting = sellable > 0 ? rates.holding() * sellable * sellable / (2 * pace) : 0;
        return waiting + rates.writeOff() * (surplus - sellable);
    }
}
