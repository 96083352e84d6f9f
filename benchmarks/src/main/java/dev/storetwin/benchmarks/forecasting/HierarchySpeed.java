package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.core.forecast.hierarchy.ErrorWeights;
import dev.storetwin.core.forecast.hierarchy.NodeForecasts;
import dev.storetwin.core.forecast.hierarchy.Reconciliation;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.Hierarchy;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.Locale;

/**
 * CPU seconds to make forecasts of a large hierarchy add up without any below zero.
 *
 * <p>Usage: {@code java ... HierarchySpeed [ITEMS] [PERIODS] [STEPS] [SEED]}; 3,000 items in ten stores, 200 periods of past errors and
 * 28 steps unless given. Twelve levels: total, state, store, category, department, their crossings, item, item in state, and item in
 * store. Sales are made up: most items slow, errors shared by shop and department, sums forecast on their own.
 */
public final class HierarchySpeed {

    private static final int STORES = 10;
    private static final int DEPARTMENTS = 7;
    private static final double MEGABYTE = 1024 * 1024;

    private HierarchySpeed() {}

    public static void main(String[] arguments) {
        int items = argument(arguments, 0, 3_000);
        int periods = argument(arguments, 1, 200);
        int steps = argument(arguments, 2, 28);
        int seed = argument(arguments, 3, 1);
        var hierarchy = hierarchy(items);
        System.out.println(hierarchy);
        var forecasts = forecasts(hierarchy, periods, steps, seed);
        measure("diagonal", ErrorWeights.VARIANCE, forecasts);
        measure("diagonal", ErrorWeights.VARIANCE, forecasts);
        measure("shrunk", ErrorWeights.SHRUNK, forecasts);
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static void measure(String name, ErrorWeights weights, NodeForecasts forecasts) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        var rows = Reconciliation.nonNegative(weights).reconcile(forecasts);
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.println(String.format(
                Locale.ROOT,
                "%-8s %7.2f CPU s  %6.0f MB peak heap  coherent to %.1e  %d negative  %d zero",
                name,
                seconds,
                peakHeap() / MEGABYTE,
                incoherence(forecasts.hierarchy(), rows),
                count(rows, Double.NEGATIVE_INFINITY, -Double.MIN_VALUE),
                count(rows, 0, 0)));
    }

    private static double peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToDouble(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** Largest difference between a sum and its series, by the sum. */
    private static double incoherence(Hierarchy hierarchy, double[][] rows) {
        double worst = 0;
        for (int step = 0; step < rows[0].length; step++) {
            int column = step;
            var nodes = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
            var sums = hierarchy.sums(Arrays.copyOfRange(nodes, hierarchy.sumCount(), nodes.length));
            for (int node = 0; node < sums.length; node++) {
                double gap = Math.abs(nodes[node] - sums[node]);
                worst = gap == 0 ? worst : Math.max(worst, gap / Math.abs(sums[node]));
            }
        }
        return worst;
    }

    private static long count(double[][] rows, double from, double to) {
        return Arrays.stream(rows)
                .flatMapToDouble(Arrays::stream)
                .filter(it -> it >= from && it <= to)
                .count();
    }

    private static Hierarchy hierarchy(int items) {
        var builder = Hierarchy.builder(
                "state",
                "store",
                "category",
                "department",
                "state-category",
                "state-department",
                "store-category",
                "store-department",
                "item",
                "item-state");
        for (int item = 0; item < items; item++) {
            int department = item % DEPARTMENTS;
            var category = "c" + department / 3;
            for (int store = 0; store < STORES; store++) {
                var state = "z" + (store < 4 ? 0 : store < 7 ? 1 : 2);
                builder.add(
                        "item %d in %d".formatted(item, store),
                        state,
                        "s" + store,
                        category,
                        "d" + department,
                        state + category,
                        state + "d" + department,
                        store + category,
                        store + "d" + department,
                        "i" + item,
                        "i" + item + state);
            }
        }
        return builder.build();
    }

    private static NodeForecasts forecasts(Hierarchy hierarchy, int periods, int steps, int seed) {
        int sums = hierarchy.sumCount();
        int nodes = hierarchy.nodes().size();
        var draws = Draws.of(seed);
        var levels = new double[hierarchy.seriesCount()];
        var errors = new double[nodes][periods];
        var common = common(draws, periods);
        for (int i = 0; i < levels.length; i++) {
            var draw = draws.keyed("errors", "series", i);
            levels[i] = StrictMath.exp(-.5 + 1.5 * draw.nextGaussian());
            int department = i / STORES % DEPARTMENTS;
            for (int t = 0; t < periods; t++) {
                double shared = .1 * common[DEPARTMENTS][t] + .2 * common[department][t];
                errors[sums + i][t] = Math.sqrt(levels[i]) * draw.nextGaussian() + levels[i] * shared;
            }
        }
        addUp(hierarchy, errors, draws);
        var means = means(hierarchy.sums(levels), errors, steps, draws);
        return new NodeForecasts(hierarchy, means, errors);
    }

    /** What the departments and, in the last row, the whole shop get wrong. */
    private static double[][] common(Draws draws, int periods) {
        var common = new double[DEPARTMENTS + 1][periods];
        for (int row = 0; row <= DEPARTMENTS; row++) {
            var draw = draws.keyed("errors", "common", row);
            Arrays.setAll(common[row], t -> draw.nextGaussian());
        }
        return common;
    }

    /** Sums err as their series do together, a tenth less, and in a way of their own. */
    private static void addUp(Hierarchy hierarchy, double[][] errors, Draws draws) {
        int sums = hierarchy.sumCount();
        for (int t = 0; t < errors[0].length; t++) {
            var bottom = new double[hierarchy.seriesCount()];
            for (int i = 0; i < bottom.length; i++) {
                bottom[i] = errors[sums + i][t];
            }
            var together = hierarchy.sums(bottom);
            for (int node = 0; node < sums; node++) {
                errors[node][t] = .9 * together[node];
            }
        }
        for (int node = 0; node < sums; node++) {
            double own = .3 * deviation(errors[node]);
            var draw = draws.keyed("errors", "sum", node);
            for (int t = 0; t < errors[node].length; t++) {
                errors[node][t] += own * draw.nextGaussian();
            }
        }
    }

    private static double[][] means(double[] truth, double[][] errors, int steps, Draws draws) {
        var means = new double[truth.length][steps];
        for (int node = 0; node < truth.length; node++) {
            var draw = draws.keyed("means", "node", node);
            double deviation = deviation(errors[node]);
            double lasting = .5 * draw.nextGaussian();
            for (int step = 0; step < steps; step++) {
                means[node][step] = Math.max(0, truth[node] + deviation * (lasting + .3 * draw.nextGaussian()));
            }
        }
        return means;
    }

    private static double deviation(double[] errors) {
        return Math.sqrt(Arrays.stream(errors).map(it -> it * it).average().orElse(0));
    }
}
