package dev.storetwin.core.inventory;

import dev.storetwin.core.numeric.ConvexSearch;
import java.util.Arrays;
import java.util.HashMap;
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
 * the search by slope is exact, more stock never orders more, and a higher shortage cost never orders less. Where the moments of arrival are
 * uncertain, they are part of the future, so that all of this holds as before, as long as no order overtakes the one before it. Where more is owed than is there when
 * the order comes, the few quantities below what is owed are tried one by one; where things grow old, all are. There these laws are not certain.
 */
final class OrderCosts {

    private static final int MOST_TRIED = 64;
    private static final int MOST_SCANNED = 500;

    private final OrderFutures futures;
    private final CostRates rates;
    private final int review;
    private final double unit;
    private final double pace;
    private final double welcome;
    private final OrderFutures.Played before;

    /** Costs that were worked out already: a quantity costs the same whoever asks, and whenever. */
    private final Map<Double, Double> known = new ConcurrentHashMap<>();

    /** Follows stock to the moment when the order comes, where that moment is known. */
    OrderCosts(double[][] demand, double start, double[] arrivals, int lead, int review, CostRates rates, double unit) {
        this(OrderFutures.certain(demand, start, arrivals, lead, review), rates, review, unit);
    }

    /**
     * Follows stock to the moment when the order comes.
     *
     * @param review usual periods from this order's arrival to the next one's
     * @param unit   the smallest quantity
     */
    OrderCosts(OrderFutures futures, CostRates rates, int review, double unit) {
        this(futures, rates, review, unit, futures.untilItComes());
    }

    private OrderCosts(OrderFutures futures, CostRates rates, int review, double unit, OrderFutures.Played before) {
        this.futures = futures;
        this.rates = rates;
        this.review = review;
        this.unit = unit;
        this.before = before;
        this.pace = futures.pace();
        this.welcome = welcome(futures.lastSpan(), rates.criticalFractile(review));
    }

    OrderFutures futures() {
        return futures;
    }

    CostRates rates() {
        return rates;
    }

    /** The same futures where a shortage costs something else. */
    OrderCosts at(double shortage) {
        return new OrderCosts(
                futures, new CostRates(rates.holding(), shortage, rates.writeOff()), review, unit, before);
    }

    /** What one would order up to for one review period: so much may be left without being in the way. */
    private static double welcome(double[] sums, double fractile) {
        return sums[Math.max(0, (int) Math.ceil(fractile * sums.length) - 1)];
    }

    /** Expected cost from now until two review periods after the order's arrival, when so much is ordered. */
    double of(double quantity) {
        return known.computeIfAbsent(quantity, this::cost);
    }

    private double cost(double quantity) {
        var first = futures.alone(before.left(), quantity);
        long most = mostUseful(first.left(), futures.next(), futures.end());
        long guess = Math.round((welcome - mean(first.left())) / unit);
        var second = new Remembered(units -> second(first.left(), quantity, units * unit));
        long next = ConvexSearch.smallestMinimum(second, 0, most, guess);
        return cost(before) + cost(first) + owed(first) + second.applyAsDouble(next);
    }

    /** A promise that is still open when the next order comes weighs as much as a unit that was lost. */
    private double owed(OrderFutures.Played span) {
        double open = 0;
        for (double units : span.left()) {
            open += Math.max(0, -units);
        }
        return rates.shortage() * open / span.left().length;
    }

    private static double mean(double[] units) {
        double sum = 0;
        for (double each : units) {
            sum += each;
        }
        return sum / units.length;
    }

    /** A function that works out each place once. For one thread. */
    private static final class Remembered implements LongToDoubleFunction {

        private final LongToDoubleFunction function;
        private final Map<Long, Double> values = new HashMap<>();

        Remembered(LongToDoubleFunction function) {
            this.function = function;
        }

        @Override
        public double applyAsDouble(long place) {
            return values.computeIfAbsent(place, function::applyAsDouble);
        }
    }

    /** What comes of the span in which the order must do alone. */
    OrderFutures.Played alone(double quantity) {
        return futures.alone(before.left(), quantity);
    }

    /** What comes of the time until the order is there, which no order can change. */
    OrderFutures.Played before() {
        return before;
    }

    private double cost(OrderFutures.Played span) {
        return rates.holding() * span.held() + rates.shortage() * span.lost() + rates.writeOff() * span.wasted();
    }

    /**
     * The smallest multiple of a pack, from a least number of packs on, that costs as little as any.
     *
     * @param least at least 1
     */
    long bestPacks(double pack, long least) {
        return bestPacks(pack, least, Long.MAX_VALUE);
    }

    /** The same with at most so many packs, which are no fewer than the least. */
    long bestPacks(double pack, long least, long limit) {
        long most = Math.min(limit, Math.max(least, mostUsefulPacks(pack)));
        return best(packs -> of(packs * pack), least, most, oversold() / pack, need() / pack);
    }

    /** With so many packs no future of the order's own span is short of anything. */
    long mostUsefulPacks(double pack) {
        return (long) Math.ceil(mostUseful(before.left(), futures.comes(), futures.next()) * unit / pack);
    }

    /** The smallest number of units, none included, that costs as little as any. */
    long bestUnits() {
        long most = mostUseful(before.left(), futures.comes(), futures.next());
        return best(units -> of(units * unit), 0, most, oversold() / unit, need() / unit);
    }

    /** About what is best: welcome for this span as for the one after it, less what is there. */
    private double need() {
        return welcome - mean(before.left());
    }

    /** What the worst future still owes when the order arrives; below it more units change nothing there. */
    private double oversold() {
        return Math.max(0, -Arrays.stream(before.left()).min().orElse(0));
    }

    /** The cost is convex from where no future owes anything; the few places before it are tried one by one. */
    private long best(LongToDoubleFunction cost, long least, long most, double oversold, double guess) {
        if (futures.life() != OrderFutures.KEEPS) {
            return bestOfAll(cost, least, Math.min(most, least + MOST_SCANNED));
        }
        long convexFrom = Math.min(most, Math.max(least, (long) Math.ceil(oversold)));
        long best = ConvexSearch.smallestMinimum(cost, convexFrom, most, Math.round(guess));
        for (long place = Math.min(convexFrom, least + MOST_TRIED) - 1; place >= least; place--) {
            best = ConvexSearch.falls(cost.applyAsDouble(place), cost.applyAsDouble(best)) ? best : place;
        }
        return best;
    }

    /** What grows old has costs that need not be convex: an older unit that is sold first may leave a younger one to be held for nothing. */
    private static long bestOfAll(LongToDoubleFunction cost, long least, long most) {
        long best = least;
        for (long place = least + 1; place <= most; place++) {
            best = ConvexSearch.falls(cost.applyAsDouble(best), cost.applyAsDouble(place)) ? place : best;
        }
        return best;
    }

    private long mostUseful(double[] stock, int[] from, int[] to) {
        return (long) Math.ceil(futures.covering(stock, from, to) / unit);
    }

    private double second(double[] stock, double quantity, double following) {
        var played = futures.afterwards(stock, quantity, following);
        double surplus = 0;
        for (double units : played.left()) {
            surplus += surplusCost(units);
        }
        return cost(played) + owed(played) + surplus / played.left().length;
    }

    /** The k-th unit that is in the way waits k / pace periods for its buyer, or is written off. */
    private double surplusCost(double left) {
        double surplus = Math.max(0, left - welcome);
        if (surplus == 0) {
            return 0;
        }
        double sellable = Math.min(surplus, pace * Math.min(futures.life(), rates.writeOff() / rates.holding()));
        double waiting = sellable > 0 ? rates.holding() * sellable * sellable / (2 * pace) : 0;
        return waiting + rates.writeOff() * (surplus - sellable);
    }
}
