package dev.storetwin.core.forecast.hierarchy;

import dev.storetwin.forecast.Hierarchy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hands the total down level by level, to each node its forecast's share among its siblings.
 *
 * <p>Of crossed levels only those take part that lie within the one before and hold every series; levels beside them are added up
 * from the series. A forecast below zero has no share, and siblings that are all without share alike.
 */
record TopDown() implements Reconciliation {

    @Override
    public double[][] reconcile(NodeForecasts forecasts) {
        var hierarchy = forecasts.hierarchy();
        var chain = chain(hierarchy);
        var result = new double[forecasts.means().length][forecasts.steps()];
        for (int step = 0; step < forecasts.steps(); step++) {
            var sums = hierarchy.sums(bottom(forecasts, chain, step));
            for (int node = 0; node < sums.length; node++) {
                result[node][step] = sums[node];
            }
        }
        return result;
    }

    /** Nodes of the series in levels from the total to the series, each within the one before. */
    private static List<int[]> chain(Hierarchy hierarchy) {
        var chain = new ArrayList<int[]>();
        for (int level = 0; level < hierarchy.levels().size(); level++) {
            var nodes = hierarchy.nodesOf(level);
            if (chain.isEmpty()
                    || liesWithin(
                            nodes,
                            chain.get(chain.size() - 1),
                            hierarchy.nodes().size())) {
                chain.add(nodes);
            }
        }
        return chain;
    }

    private static boolean liesWithin(int[] finer, int[] coarser, int nodes) {
        var upper = new int[nodes];
        Arrays.fill(upper, -1);
        for (int i = 0; i < finer.length; i++) {
            if (finer[i] < 0 || (upper[finer[i]] >= 0 && upper[finer[i]] != coarser[i])) {
                return false;
            }
            upper[finer[i]] = coarser[i];
        }
        return true;
    }

    private static double[] bottom(NodeForecasts forecasts, List<int[]> chain, int step) {
        var means = forecasts.means();
        var value = new double[means.length];
        value[0] = means[0][step];
        for (int level = 1; level < chain.size(); level++) {
            handDown(means, step, chain.get(level - 1), chain.get(level), value);
        }
        return Arrays.copyOfRange(value, forecasts.hierarchy().sumCount(), value.length);
    }

    private static void handDown(double[][] means, int step, int[] upper, int[] lower, double[] value) {
        var sum = new double[value.length];
        var siblings = new int[value.length];
        var seen = new boolean[value.length];
        for (int i = 0; i < lower.length; i++) {
            if (!seen[lower[i]]) {
                seen[lower[i]] = true;
                sum[upper[i]] += Math.max(0, means[lower[i]][step]);
                siblings[upper[i]]++;
            }
        }
        for (int i = 0; i < lower.length; i++) {
            double all = sum[upper[i]];
            double share = all > 0 ? Math.max(0, means[lower[i]][step]) / all : 1.0 / siblings[upper[i]];
            value[lower[i]] = value[upper[i]] * share;
        }
    }
}
