package dev.storetwin.core.inventory;

import java.util.Arrays;

/**
 * Futures that could happen, one row each: what is asked for, what comes in, and when this order and the next one are on the shelf.
 *
 * <p>The next order never overtakes this one. What is under way already may.
 *
 * <p>How it works: along most futures nothing more comes while an order must do alone. There what is lost and held follows from the sums of
 * demand, without going from period to period; the sums are made once and used for all quantities.
 */
final class OrderFutures {

    /** Of what keeps for ever. */
    static final int KEEPS = Integer.MAX_VALUE;

    private static final double[] NONE = {};

    private final double[][] demand;
    private final double start;
    private final double[][] arrivals;
    private final int[] comes;
    private final int[] next;
    private final int[] end;
    private final int life;

    /** Demand before each period. */
    private final double[][] before;

    /** The sums of those numbers up to each period. */
    private final double[][] summed;

    /** What is under way and there before each period. */
    private final double[][] come;

    /** Whether nothing comes but this order and the next one, and nothing grows too old. */
    private final boolean[] quiet;

    /**
     * Of their parts.
     *
     * @param demand   one column per period
     * @param start    what can be sold now; negative when oversold
     * @param arrivals of what is under way, one column per period
     * @param comes    the period at whose start this order is on the shelf
     * @param next     the same of the next order: up to then this one must do alone
     * @param end      the first period that counts no more
     * @param life     periods from arrival until a unit cannot be sold any more, the oldest being sold first
     */
    OrderFutures(double[][] demand, double start, double[][] arrivals, int[] comes, int[] next, int[] end, int life) {
        this.demand = demand;
        this.start = start;
        this.arrivals = arrivals;
        this.comes = comes;
        this.next = next;
        this.end = end;
        this.life = life;
        this.before = new double[demand.length][];
        this.summed = new double[demand.length][];
        this.come = new double[demand.length][];
        this.quiet = new boolean[demand.length];
        for (int path = 0; path < demand.length; path++) {
            check(path);
            sum(path);
        }
    }

    private void check(int path) {
        if (comes[path] > next[path] || next[path] > end[path] || end[path] > demand[path].length) {
            throw new IllegalArgumentException(
                    "%d periods cannot hold an order that comes in %d, the next one in %d and an end in %d."
                            .formatted(demand[path].length, comes[path], next[path], end[path]));
        }
    }

    private void sum(int path) {
        var up = new double[end[path] + 1];
        var sums = new double[end[path] + 1];
        boolean nothingComes = life == KEEPS;
        for (int period = 0; period < end[path]; period++) {
            up[period + 1] = up[period] + demand[path][period];
            sums[period + 1] = sums[period] + up[period + 1];
            nothingComes &= period < comes[path] || arrivals[path][period] == 0;
        }
        come[path] = life == KEEPS ? NONE : summed(arrivals[path], end[path]);
        before[path] = up;
        summed[path] = sums;
        quiet[path] = nothingComes;
    }

    private static double[] summed(double[] arrivals, int periods) {
        var sums = new double[periods + 1];
        for (int period = 0; period < periods; period++) {
            sums[period + 1] = sums[period] + arrivals[period];
        }
        return sums;
    }

    int[] comes() {
        return comes;
    }

    int[] next() {
        return next;
    }

    int[] end() {
        return end;
    }

    int life() {
        return life;
    }

    /** Where all that comes is known. */
    static OrderFutures certain(double[][] demand, double start, double[] arrivals, int lead, int review) {
        if (arrivals.length != lead + 2 * review) {
            throw new IllegalArgumentException("%d periods cannot hold a lead time of %d and two reviews of %d."
                    .formatted(arrivals.length, lead, review));
        }
        int paths = demand.length;
        var same = new double[paths][];
        Arrays.fill(same, arrivals);
        return new OrderFutures(
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

    /** Expected demand up to the end. */
    double demanded() {
        return mean(new int[demand.length], end);
    }

    /** Expected demand of this order's own span. */
    double demandedAlone() {
        return mean(comes, next);
    }

    private double mean(int[] from, int[] to) {
        double sum = 0;
        for (int path = 0; path < demand.length; path++) {
            sum += asked(path, from[path], to[path]);
        }
        return sum / demand.length;
    }

    private double asked(int path, int from, int to) {
        return before[path][to] - before[path][from];
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

    private Played play(double[] stock, double added, int[] from, int[] to, double quantity, double following) {
        var span = new Span(stock.length);
        for (int path = 0; path < stock.length; path++) {
            if (quiet[path] && from[path] >= comes[path]) {
                summed(span, path, stock[path] + added, from[path], to[path]);
            } else {
                stepped(span, path, stock[path] + added, from[path], to[path], quantity, following);
            }
        }
        return span.played();
    }

    /** What is added up over all futures. */
    private static final class Span {

        final double[] left;
        double held;
        double lost;
        double wasted;
        int shortPaths;

        Span(int paths) {
            this.left = new double[paths];
        }

        void end(int path, double units, double missed) {
            left[path] = units;
            lost += missed;
            shortPaths += missed > 0 ? 1 : 0;
        }

        Played played() {
            double paths = left.length;
            return new Played(left, held / paths, lost / paths, wasted / paths, shortPaths / paths);
        }
    }

    /** Nothing comes on the way: stock lasts as long as the sum of demand does not exceed it. */
    private void summed(Span span, int path, double units, int from, int to) {
        var up = before[path];
        double asked = up[to] - up[from];
        int last = to;
        if (units < asked) {
            last = from;
            while (units > up[last + 1] - up[from]) {
                last++;
            }
        }
        if (units > 0) {
            span.held += (last - from) * (units + up[from]) - (summed[path][last] - summed[path][from]);
        }
        double sold = Math.min(Math.max(units, 0), asked);
        span.end(path, units - sold, asked - sold);
    }

    /*
     * From period to period: arrivals first, then demand takes what is there, and the rest of it is lost. As the oldest is sold first, what is
     * on the shelf is at most what came within one life: the rest of it is too old.
     */
    private void stepped(Span span, int path, double stock, int from, int to, double quantity, double following) {
        double units = stock;
        double missed = 0;
        for (int period = from; period < to; period++) {
            units += arrivals[path][period];
            if (life - life / 2 <= period) {
                double old = Math.max(0, units - fresh(path, period, quantity, following));
                span.wasted += old;
                units -= old;
            }
            double wanted = demand[path][period];
            double sold = Math.min(Math.max(units, 0), wanted);
            missed += wanted - sold;
            units -= sold;
            span.held += Math.max(units, 0);
        }
        span.end(path, units, missed);
    }

    /** What has come within one life. Of what was there at the start nobody knows the age: half of its life is taken to be over. */
    private double fresh(int path, int period, double quantity, double following) {
        double fresh = period < life - life / 2 ? Math.max(0, start) : 0;
        fresh += isFresh(comes[path], period) ? quantity : 0;
        fresh += isFresh(next[path], period) ? following : 0;
        return fresh + come[path][period + 1] - come[path][Math.max(0, period - life + 1)];
    }

    private boolean isFresh(int came, int period) {
        return came <= period && period < came + (long) life;
    }

    /** Smallest units that cover all demand of a span in every future: with the stock, unless that may grow too old. */
    double covering(double[] stock, int[] from, int[] to) {
        double most = 0;
        for (int path = 0; path < stock.length; path++) {
            double there = life == KEEPS ? stock[path] : Math.min(0, stock[path]);
            most = Math.max(most, asked(path, from[path], to[path]) - there);
        }
        return most;
    }

    /** Units per period from this order's arrival on. */
    double pace() {
        double periods = 0;
        for (int path = 0; path < demand.length; path++) {
            periods += end[path] - comes[path];
        }
        return periods > 0 ? mean(comes, end) * demand.length / periods : 0;
    }

    /** Demand of the span after the next order has come, one sum per future, ascending. */
    double[] lastSpan() {
        var sums = new double[demand.length];
        for (int path = 0; path < sums.length; path++) {
            sums[path] = asked(path, next[path], end[path]);
        }
        Arrays.sort(sums);
        return sums;
    }
}
