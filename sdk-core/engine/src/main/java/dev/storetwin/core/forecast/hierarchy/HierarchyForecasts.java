package dev.storetwin.core.forecast.hierarchy;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.Hierarchy;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.List;

/** From series to coherent forecasts: the histories of the sums, and the forecasts of all nodes reconciled. */
public final class HierarchyForecasts {

    private HierarchyForecasts() {}

    /**
     * The history of every node, in the order of the hierarchy. A sum is known where all of its series are, and is in stock where
     * they are; season and dates are those of the first series.
     *
     * @param series those of the hierarchy, in any order and all of the same length
     */
    public static List<TimeSeries> histories(Hierarchy hierarchy, List<TimeSeries> series) {
        var bottom = inOrder(hierarchy, series);
        int nodes = hierarchy.nodes().size();
        int periods = bottom.get(0).size();
        var values = new double[nodes][periods];
        var soldOut = new double[nodes][periods];
        for (int t = 0; t < periods; t++) {
            var value = new double[bottom.size()];
            var out = new double[bottom.size()];
            for (int i = 0; i < value.length; i++) {
                value[i] = bottom.get(i).value(t);
                out[i] = bottom.get(i).inStock(t) ? 0 : 1;
            }
            scatter(hierarchy.sums(value), values, t);
            scatter(hierarchy.sums(out), soldOut, t);
        }
        var histories = new ArrayList<TimeSeries>(nodes);
        for (int node = 0; node < hierarchy.sumCount(); node++) {
            histories.add(sum(hierarchy.nodes().get(node), values[node], soldOut[node], bottom.get(0)));
        }
        histories.addAll(bottom);
        return histories;
    }

    /**
     * Coherent forecasts of all nodes.
     *
     * @param forecasts one per node, in the order of the hierarchy, all of the same horizon
     * @param errors    as in {@link NodeForecasts}
     */
    public static List<DemandForecast> reconcile(
            Hierarchy hierarchy, List<DemandForecast> forecasts, double[][] errors, Reconciliation how) {
        var means = forecasts.stream().map(DemandForecast::means).toArray(double[][]::new);
        var coherent = how.reconcile(new NodeForecasts(hierarchy, means, errors));
        var reconciled = new ArrayList<DemandForecast>(coherent.length);
        for (int node = 0; node < coherent.length; node++) {
            reconciled.add(ReconciledForecast.of(forecasts.get(node), coherent[node]));
        }
        return List.copyOf(reconciled);
    }

    private static List<TimeSeries> inOrder(Hierarchy hierarchy, List<TimeSeries> series) {
        var bottom = new TimeSeries[hierarchy.seriesCount()];
        for (var history : series) {
            int position = hierarchy.positionOf(history.name());
            if (bottom[position] != null) {
                throw new IllegalArgumentException("Series %s is given twice.".formatted(history.name()));
            }
            if (history.size() != series.get(0).size()) {
                throw new IllegalArgumentException("""
                        Series %s has %d periods where %s has %d; sums need the same periods of all.
                        Maybe fill the periods before its first sale with zero.""".formatted(
                                history.name(),
                                history.size(),
                                series.get(0).name(),
                                series.get(0).size()));
            }
            bottom[position] = history;
        }
        if (series.size() < bottom.length) {
            throw new IllegalArgumentException("%d of the hierarchy's %d series have no history."
                    .formatted(bottom.length - series.size(), bottom.length));
        }
        return List.of(bottom);
    }

    private static void scatter(double[] column, double[][] to, int t) {
        for (int node = 0; node < column.length; node++) {
            to[node][t] = column[node];
        }
    }

    private static TimeSeries sum(Hierarchy.Node node, double[] values, double[] soldOut, TimeSeries like) {
        var inStock = new boolean[values.length];
        for (int t = 0; t < values.length; t++) {
            inStock[t] = soldOut[t] == 0;
        }
        var sum = TimeSeries.of(node.level() + "=" + node.key(), values)
                .withInStock(inStock)
                .withSeasonality(like.seasonality());
        return like.calendar().map(sum::withCalendar).orElse(sum);
    }
}
