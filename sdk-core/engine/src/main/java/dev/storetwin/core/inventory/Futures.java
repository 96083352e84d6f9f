package dev.storetwin.core.inventory;

import java.util.Arrays;

/**
 * Futures that could happen, one row each: what is asked for, what comes in, and when this order and the next one are on the shelf.
 *
 * <p>The next order never overtakes this one. What is under way already may.
 *
 * @param demand   one column per period
 * @param start    what can be sold now; negative when oversold
 * @param arrivals of what is under way, one column per period
 * @param comes    the period at whose start this order is on the shelf
 * @param next     the same of the next order: up to then this one must do alone
 * @param end      the first period that counts no more
 * @param life     periods from arrival until a unit cannot be sold any more, the oldest being sold first
 */
record Futures(double[][] demand, double start, double[][] arrivals, int[] comes, int[] next, int[] end, int life) {

    /** Of what keeps for ever. */
    static final int KEEPS = Integer.MAX_VALUE;

    Futures {
        for (int path = 0; path < demand.length; path++) {
            if (comes[path] > next[path] || next[path] > end[path] || end[path] > demand[path].length) {
                throw new IllegalArgumentException(
                        "%d periods cannot hold an order that comes in %d, the next one in %d and an end in %d."
                                .formatted(demand[path].length, comes[path], next[path], end[path]));
            }
        }
    }

    /** Where all that comes is known. */
    static Futures certain(double[][] demand, double start, double[] arrivals, int lead, int review) {
        if (arrivals.length != lead + 2 * review) {
            throw new IllegalArgumentException("%d periods cannot hold a lead time of %d and two reviews of %d."
                    .formatted(arrivals.length, lead, review));
        }
        int paths = demand.length;
        var same = new double[paths][];
        Arrays.fill(same, arrivals);
        return new Futures(
                demand,
                start,
                same,
                filled(paths, lead),
                filled(paths, lead + review),
                filled(paths, lead + 2 * review),
                KEEPS);
    }

    private static int[] filled(int length, int value) {
        var filled = new int[length];
        Arrays.fill(filled, value);
        return filled;
    }

    int paths() {
        return demand.length;
    }

    /** Expected demand up to the end. */
    double demanded() {
        double sum = 0;
        for (int path = 0; path < demand.length; path++) {
            for (int period = 0; period < end[path]; period++) {
                sum += demand[path][period];
            }
        }
        return sum / demand.length;
    }

    /** Until this order comes. */
    Played untilItComes() {
        return play(filled(start), 0, new int[demand.length], comes, 0, 0);
    }

    /** From the arrival of this order, of so many units, to that of the next one. */
    Played alone(double[] stock, double quantity) {
        return play(stock, quantity, comes, next, quantity, 0);
    }

    /** From the arrival of the next order, of so many units, to the end. */
    Played afterwards(double[] stock, double quantity, double following) {
        return play(stock, following, next, end, quantity, following);
    }

    private double[] filled(double value) {
        var filled = new double[demand.length];
        Arrays.fill(filled, value);
        return filled;
    }

    /**
     * What came of a span.
     *
     * @param left       on the shelf of each future at its end
     * @param held       expected units on the shelf at the end of each period, added up
     * @param lost       expected units of demand that found nothing
     * @param wasted     expected units that grew too old
     * @param shortShare of the futures in which any demand found nothing
     */
    record Played(double[] left, double held, double lost, double wasted, double shortShare) {}

    /*
     * The inner loop of all planning: arrivals first, then demand takes what is there, and the rest of it is lost. As the oldest is sold
     * first, what is on the shelf is at most what came within one life: the rest of it is too old.
     */
    private Played play(double[] stock, double added, int[] from, int[] to, double quantity, double following) {
        var left = new double[stock.length];
        double held = 0;
        double lost = 0;
        double wasted = 0;
        int shortPaths = 0;
        for (int path = 0; path < stock.length; path++) {
            double units = stock[path] + added;
            var wanted = demand[path];
            var coming = arrivals[path];
            double missed = 0;
            for (int period = from[path]; period < to[path]; period++) {
                units += coming[period];
                if (life - life / 2 <= period) {
                    double old = units - fresh(path, period, quantity, following);
                    wasted += Math.max(0, old);
                    units -= Math.max(0, old);
                }
                double sold = Math.min(Math.max(units, 0), wanted[period]);
                missed += wanted[period] - sold;
                units -= sold;
                held += Math.max(units, 0);
            }
            lost += missed;
            shortPaths += missed > 0 ? 1 : 0;
            left[path] = units;
        }
        double paths = stock.length;
        return new Played(left, held / paths, lost / paths, wasted / paths, shortPaths / paths);
    }

    /** What has come within one life. Of what was there at the start nobody knows the age: half of its life is taken to be over. */
    private double fresh(int path, int period, double quantity, double following) {
        double fresh = period < life - life / 2 ? Math.max(0, start) : 0;
        fresh += isFresh(comes[path], period) ? quantity : 0;
        fresh += isFresh(next[path], period) ? following : 0;
        for (int came = Math.max(0, period - life + 1); came <= period; came++) {
            fresh += arrivals[path][came];
        }
        return fresh;
    }

    private boolean isFresh(int came, int period) {
        return came <= period && period < came + (long) life;
    }

    /** Smallest units that cover, with the stock, all demand of a span in every future. */
    double covering(double[] stock, int[] from, int[] to) {
        double most = 0;
        for (int path = 0; path < stock.length; path++) {
            double need = -stock[path];
            for (int period = from[path]; period < to[path]; period++) {
                need += demand[path][period];
            }
            most = Math.max(most, need);
        }
        return most;
    }

    /** Expected demand of this order's own span. */
    double demandedAlone() {
        double sum = 0;
        for (int path = 0; path < demand.length; path++) {
            for (int period = comes[path]; period < next[path]; period++) {
                sum += demand[path][period];
            }
        }
        return sum / demand.length;
    }

    /** Units per period from this order's arrival on. */
    double pace() {
        double sum = 0;
        double periods = 0;
        for (int path = 0; path < demand.length; path++) {
            periods += end[path] - comes[path];
            for (int period = comes[path]; period < end[path]; period++) {
                sum += demand[path][period];
            }
        }
        return periods > 0 ? sum / periods : 0;
    }

    /** Demand of the span after the next order has come, one sum per future, ascending. */
    double[] lastSpan() {
        var sums = new double[demand.length];
        for (int path = 0; path < sums.length; path++) {
            for (int period = next[path]; period < end[path]; period++) {
                sums[path] += demand[path][period];
            }
        }
        Arrays.sort(sums);
        return sums;
    }
}
