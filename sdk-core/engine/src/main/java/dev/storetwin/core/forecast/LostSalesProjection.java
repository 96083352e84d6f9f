package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.distribution.Steps;
import dev.storetwin.core.numeric.Order;
import dev.storetwin.forecast.QuantileLevels;
import dev.storetwin.forecast.StockProjection;
import java.util.Arrays;

/**
 * Stock projected over sample paths of demand, period by period.
 *
 * <p>In each period arrivals come first, then demand takes what is there. Stock may start below zero, when more was promised than is
 * there: arrivals fill that first, and new demand is lost until it is filled.
 */
public final class LostSalesProjection implements StockProjection {

    private final double[] arrivals;
    private final double[][] left;
    private final double[][] sold;
    private final double[][] lost;

    private LostSalesProjection(double[] arrivals, double[][] left, double[][] sold, double[][] lost) {
        this.arrivals = arrivals;
        this.left = left;
        this.sold = sold;
        this.lost = lost;
    }

    /**
     * Follows every path.
     *
     * @param start    what can be sold now
     * @param arrivals by step
     * @param paths    demand: one row per path, one column per step
     */
    public static LostSalesProjection of(double start, double[] arrivals, double[][] paths) {
        int steps = arrivals.length;
        var left = new double[steps][paths.length];
        var sold = new double[steps][paths.length];
        var lost = new double[steps][paths.length];
        for (int step = 0; step < steps; step++) {
            for (int path = 0; path < paths.length; path++) {
                double stock = (step == 0 ? start : left[step - 1][path]) + arrivals[step];
                double demand = paths[path][step];
                double sales = Math.min(Math.max(stock, 0), demand);
                left[step][path] = stock - sales;
                sold[step][path] = sales;
                lost[step][path] = demand - sales;
            }
        }
        return new LostSalesProjection(arrivals.clone(), left, sold, lost);
    }

    @Override
    public int horizon() {
        return arrivals.length;
    }

    @Override
    public double arrivals(int step) {
        return arrivals[index(step)];
    }

    @Override
    public double mean(int step) {
        return average(left[index(step)]);
    }

    @Override
    public double quantile(int step, double level) {
        QuantileLevels.check(level);
        var sorted = left[index(step)].clone();
        Arrays.sort(sorted);
        return Order.quantile(sorted, level);
    }

    @Override
    public double stockOutProbability(int from, int to) {
        int paths = left.length == 0 ? 0 : left[0].length;
        int stockOuts = 0;
        for (int path = 0; path < paths; path++) {
            stockOuts += losesAnything(path, from, to) ? 1 : 0;
        }
        return paths == 0 ? 0 : (double) stockOuts / paths;
    }

    private boolean losesAnything(int path, int from, int to) {
        for (int step = from; step < to; step++) {
            if (lost[index(step)][path] > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public double expectedSold(int from, int to) {
        return total(sold, from, to);
    }

    @Override
    public double expectedLost(int from, int to) {
        return total(lost, from, to);
    }

    @Override
    public double expectedHeld(int from, int to) {
        double total = 0;
        for (int step = from; step < to; step++) {
            total += Arrays.stream(left[index(step)])
                    .map(it -> Math.max(0, it))
                    .average()
                    .orElse(0);
        }
        return total;
    }

    private double total(double[][] rows, int from, int to) {
        double total = 0;
        for (int step = from; step < to; step++) {
            total += average(rows[index(step)]);
        }
        return total;
    }

    private static double average(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    private int index(int step) {
        return Steps.index(step, arrivals.length);
    }
}
