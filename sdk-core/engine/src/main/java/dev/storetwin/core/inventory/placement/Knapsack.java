package dev.storetwin.core.inventory.placement;

import java.util.Arrays;

/** Chooses the most profitable things that fit. Items are kept in an order of their own that the caller keeps from call to call: it is nearly right then. */
final class Knapsack {

    /*
     * Depth first with Dantzig's bound, items by profit per weight (Horowitz and Sahni 1974). Weights may be any numbers. After so many nodes the
     * bound of the relaxation stands in for the optimum, which keeps what is built on it valid.
     */

    private static final int MOST_NODES = 3_000;

    private final double[] profit;
    private final double[] weight;
    private final double[] profitBefore;
    private final double[] weightBefore;
    private final int[] item;
    private final boolean[] path;
    private final boolean[] best;
    private int count;
    private double bestProfit;
    private double ceiling;
    private int nodes;
    private long steps;

    Knapsack(int most) {
        profit = new double[most];
        weight = new double[most];
        profitBefore = new double[most + 1];
        weightBefore = new double[most + 1];
        item = new int[most];
        path = new boolean[most];
        best = new boolean[most];
    }

    /** Gets ready what is worth taking: profits above 0 that fit. {@code order} is sorted anew. */
    void fill(double[] profits, double[] weights, int[] order, double capacity) {
        steps = order.length;
        sort(profits, weights, order);
        count = 0;
        for (int i : order) {
            if (profits[i] > 0 && weights[i] <= capacity) {
                profit[count] = profits[i];
                weight[count] = weights[i];
                item[count++] = i;
                profitBefore[count] = profitBefore[count - 1] + profits[i];
                weightBefore[count] = weightBefore[count - 1] + weights[i];
            }
        }
    }

    private void sort(double[] profits, double[] weights, int[] order) {
        for (int k = 1; k < order.length; k++) {
            int moving = order[k];
            int at = k;
            while (at > 0 && isBefore(moving, order[at - 1], profits, weights)) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = moving;
            steps += k - at;
        }
    }

    private static boolean isBefore(int one, int other, double[] profits, double[] weights) {
        double left = profits[one] * weights[other];
        double right = profits[other] * weights[one];
        return left > right || (left == right && one < other);
    }

    /** The greatest profit that fits, or a bound above it when that is too hard to tell. What was taken is asked with {@link #took}. */
    double solve(double capacity) {
        return solve(relaxed(0, 0, capacity), capacity);
    }

    /**
     * The same of few things, of which it is also counted how many fit at all: where they weigh about the same, that tells much more than their weights,
     * which the relaxation fills up with a part of one more.
     */
    double solveCounted(double capacity) {
        return solve(Math.min(relaxed(0, 0, capacity), mostProfit(mostThings(capacity))), capacity);
    }

    private double solve(double most, double capacity) {
        ceiling = most;
        bestProfit = -1;
        nodes = 0;
        Arrays.fill(path, 0, count, false);
        search(0, 0, capacity);
        return nodes > MOST_NODES ? ceiling : bestProfit;
    }

    private int mostThings(double capacity) {
        var lightest = Arrays.copyOf(weight, count);
        Arrays.sort(lightest);
        int things = 0;
        double left = capacity;
        while (things < count && lightest[things] <= left) {
            left -= lightest[things++];
        }
        return things;
    }

    private double mostProfit(int things) {
        var dearest = Arrays.copyOf(profit, count);
        Arrays.sort(dearest);
        double sum = 0;
        for (int k = 0; k < things; k++) {
            sum += dearest[count - 1 - k];
        }
        return sum;
    }

    private void search(int from, double sum, double room) {
        int at = from;
        double left = room;
        double gained = sum;
        while (at < count && weight[at] <= left) {
            path[at] = true;
            left -= weight[at];
            gained += profit[at];
            at++;
        }
        if (gained > bestProfit) {
            bestProfit = gained;
            System.arraycopy(path, 0, best, 0, count);
        }
        if (at < count) {
            skip(at, gained, left);
        }
        for (int k = at - 1; k >= from; k--) {
            path[k] = false;
            left += weight[k];
            gained -= profit[k];
            skip(k, gained, left);
        }
    }

    /** Goes on without the item at this place, if that can be better than the best. */
    private void skip(int at, double gained, double left) {
        double most = Math.min(ceiling, relaxed(at + 1, gained, left));
        if (++nodes <= MOST_NODES && most > bestProfit + 1e-12 * (1 + bestProfit)) {
            search(at + 1, gained, left);
        }
    }

    /** With what is left of the room filled in order, the last item in part. */
    private double relaxed(int from, double gained, double room) {
        double full = weightBefore[from] + room;
        int low = from;
        int high = count;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (weightBefore[middle] <= full) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        double sum = gained + profitBefore[low] - profitBefore[from];
        return low < count ? sum + profit[low] * Math.max(0, full - weightBefore[low]) / weight[low] : sum;
    }

    /** The relaxation's profit of what fits beside an item that is there already. */
    double relaxedWithout(int except, double room) {
        double left = room;
        double sum = 0;
        for (int k = 0; k < count; k++) {
            if (item[k] == except) {
                continue;
            }
            if (weight[k] > left) {
                return sum + profit[k] * left / weight[k];
            }
            left -= weight[k];
            sum += profit[k];
        }
        return sum;
    }

    /** Marks what the last solution took. */
    void took(boolean[] marks) {
        Arrays.fill(marks, false);
        for (int k = 0; k < count; k++) {
            marks[item[k]] = best[k];
        }
    }

    /** How much work the last filling and solving took. */
    long steps() {
        return steps + 16L * nodes;
    }
}
