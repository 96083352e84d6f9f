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
 */
record Futures(double[][] demand, double start, double[][] arrivals, int[] comes, int[] next, int[] end) {

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
                filled(paths, lead + 2 * review));
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

    /** What is on the shelf of each future when this order comes, before it, and how much was lost and held until then. */
    Played untilItComes() {
        return play(filled(start), 0, new int[demand.length], comes);
    }

    /** From the arrival of this order, of so many units, to that of the next one. */
    Played alone(double[] stock, double quantity) {
        return play(stock, quantity, comes, next);
    }

    /** From the arrival of the next order, of so many units, to the end. */
    Played afterwards(double[] stock, double quantity) {
        return play(stock, quantity, next, end);
    }

    private double[] filled(double value) {
        var filled = new double[demand.length];
        Arrays.fill(filled, value);
        return filled;
    }

    /**
     * What came of a span.
     *
     * @param left     on the shelf of each future at its end
     * @param held     expected units on the shelf at the end of each period, added up
     * @param lost     expected units of demand that found nothing
     * @param shortShare of the futures in which any did
     */
    record Played(double[] left, double held, double lost, double shortShare) {}

    /* The inner loop of all planning: arrivals first, then demand takes what is there, and the rest of it is lost. */
    private Played play(double[] stock, double quantity, int[] from, int[] to) {
        var left = new double[stock.length];
        double held = 0;
        double lost = 0;
        int shortPaths = 0;
        for (int path = 0; path < stock.length; path++) {
            double units = stock[path] + quantity;
            var wanted = demand[path];
            var coming = arrivals[path];
            double missed = 0;
            for (int period = from[path]; period < to[path]; period++) {
                units += coming[period];
                double sold = Math.min(Math.max(units, 0), wanted[period]);
                missed += wanted[period] - sold;
                units -= sold;
                held += Math.max(units, 0);
            }
            lost += missed;
            shortPaths += missed > 0 ? 1 : 0;
            left[path] = units;
        }
        return new Played(left, held / stock.length, lost / stock.length, (double) shortPaths / stock.length);
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
