package dev.storetwin.benchmarks.inventory;

import dev.storetwin.core.inventory.demand.UnitDemand;
import dev.storetwin.core.inventory.reorder.MinMax;
import dev.storetwin.core.inventory.reorder.PeriodicReview;
import dev.storetwin.core.inventory.reorder.ReorderCosts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * CPU time of the exact (s, S) policy, for the table of Zheng and Federgruen (1991), two cases of text-books, and some that are larger.
 *
 * <p>Cold is the first call of each case in this JVM, of which the very first also loads the classes; warm is the median of many calls after that.
 * A call makes the distribution of demand, too.
 */
public final class MinMaxSpeed {

    private static final int CALLS = 300;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private MinMaxSpeed() {}

    /** One case. */
    private record Case(double mean, double fixedCost, double holdingCost, double shortageCost) {

        MinMax best() {
            var costs = new ReorderCosts(fixedCost, holdingCost, shortageCost);
            return new PeriodicReview(costs, UnitDemand.poisson(mean)).best();
        }
    }

    public static void main(String[] args) {
        var cases = new ArrayList<Case>();
        for (int mean = 10; mean <= 75; mean += 5) {
            cases.add(new Case(mean, 64, 1, 9));
        }
        cases.addAll(List.of(new Case(6, 5, 1, 4), new Case(4, 150, 40, 125)));
        cases.addAll(List.of(new Case(500, 5_000, 1, 9), new Case(5_000, 64, 1, 9), new Case(2_000, 50_000, 1, 99)));
        var cold = cases.stream().map(MinMaxSpeed::millis).toList();
        for (int i = 0; i < cases.size(); i++) {
            var asked = cases.get(i);
            var best = asked.best();
            System.out.printf(
                    Locale.ROOT,
                    "mean %6.0f  K %6.0f  s %6d  S %6d  cost %10.4f  cold %8.3f ms  warm %8.3f ms%n",
                    asked.mean(),
                    asked.fixedCost(),
                    best.reorderPoint(),
                    best.orderUpTo(),
                    best.cost(),
                    cold.get(i),
                    warm(asked));
        }
    }

    private static double warm(Case asked) {
        int calls = asked.mean() > 100 ? 5 : CALLS;
        var millis = new double[calls];
        for (int i = 0; i < calls; i++) {
            millis[i] = millis(asked);
        }
        Arrays.sort(millis);
        return millis[calls / 2];
    }

    private static double millis(Case asked) {
        long start = THREADS.getCurrentThreadCpuTime();
        if (asked.best().orderUpTo() <= 0) {
            throw new IllegalStateException("No policy for " + asked);
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }
}
