package dev.storetwin.core.forecast.hierarchy;

import dev.storetwin.forecast.Hierarchy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The summing matrix S of a hierarchy as index arrays: up from series to sums, and its transpose down from sums to series.
 *
 * <p>A level is added up from the coarsest level that lies within it, not from the series: total from states, states from stores.
 * Panels are flat arrays, one row of {@code columns} numbers per node or series.
 */
final class Summing {

    private final int sums;
    private final int series;
    private final List<Step> steps;

    private Summing(int sums, int series, List<Step> steps) {
        this.sums = sums;
        this.series = series;
        this.steps = steps;
    }

    /**
     * From one level to a coarser one.
     *
     * @param from  first row of the finer level among the nodes
     * @param upper row of the coarser level for each row of the finer one; -1 for none
     */
    private record Step(int from, int[] upper) {}

    static Summing of(Hierarchy hierarchy) {
        int sums = hierarchy.sumCount();
        int bottom = hierarchy.levels().size() - 1;
        var levels = new ArrayList<int[]>();
        for (int level = 0; level < bottom; level++) {
            levels.add(hierarchy.nodesOf(level));
        }
        levels.sort(Comparator.comparingInt(Summing::groups).reversed());
        var finer = new ArrayList<int[]>(List.of(hierarchy.nodesOf(bottom)));
        var steps = new ArrayList<Step>();
        for (var level : levels) {
            for (int i = finer.size() - 1; i >= 0; i--) {
                var step = within(finer.get(i), level);
                if (step.isPresent()) {
                    steps.add(step.get());
                    break;
                }
            }
            finer.add(level);
        }
        return new Summing(sums, hierarchy.seriesCount(), steps);
    }

    private static int groups(int[] nodes) {
        var range = Arrays.stream(nodes).filter(node -> node >= 0).summaryStatistics();
        return range.getCount() == 0 ? 0 : range.getMax() - range.getMin() + 1;
    }

    /** Empty when a group of the finer level has series outside a group of the coarser one. */
    private static Optional<Step> within(int[] finer, int[] coarser) {
        int from = Arrays.stream(finer).filter(node -> node >= 0).min().orElse(0);
        var upper = new int[groups(finer)];
        Arrays.fill(upper, -2);
        for (int i = 0; i < finer.length; i++) {
            if (finer[i] < 0) {
                if (coarser[i] >= 0) {
                    return Optional.empty();
                }
            } else {
                int row = finer[i] - from;
                if (upper[row] != -2 && upper[row] != coarser[i]) {
                    return Optional.empty();
                }
                upper[row] = coarser[i];
            }
        }
        return Optional.of(new Step(from, upper));
    }

    int sums() {
        return sums;
    }

    int series() {
        return series;
    }

    int nodes() {
        return sums + series;
    }

    /** Fills the rows of the sums from those of the series, which come last. */
    void up(double[] nodes, int columns) {
        Arrays.fill(nodes, 0, sums * columns, 0);
        for (var step : steps) {
            for (int i = 0; i < step.upper.length; i++) {
                if (step.upper[i] >= 0) {
                    add(nodes, step.upper[i] * columns, nodes, (step.from + i) * columns, columns);
                }
            }
        }
    }

    /** Adds to each series the rows of all sums it is part of; what stands in the rows of the sums is used up. */
    void down(double[] nodes, int columns) {
        for (int k = steps.size() - 1; k >= 0; k--) {
            var step = steps.get(k);
            for (int i = 0; i < step.upper.length; i++) {
                if (step.upper[i] >= 0) {
                    add(nodes, (step.from + i) * columns, nodes, step.upper[i] * columns, columns);
                }
            }
        }
    }

    private static void add(double[] to, int at, double[] from, int start, int columns) {
        for (int c = 0; c < columns; c++) {
            to[at + c] += from[start + c];
        }
    }
}
