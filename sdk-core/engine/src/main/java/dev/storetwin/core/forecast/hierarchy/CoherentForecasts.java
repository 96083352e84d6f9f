package dev.storetwin.core.forecast.hierarchy;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.Hierarchy;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.List;

/** Forecasts of series and of their sums, made to agree: each says how sure it is, and the less sure give way. */
public final class CoherentForecasts {

    /** As many errors as a node must have made to be judged by them. */
    private static final int ERRORS = 4;

    private CoherentForecasts() {}

    /**
     * The histories of all groups and of the total, in the order of the hierarchy.
     *
     * @param whole all series, of the same length
     */
    public static List<TimeSeries> sums(Hierarchy hierarchy, List<TimeSeries> whole) {
        return HierarchyForecasts.histories(hierarchy, whole).subList(0, hierarchy.sumCount());
    }

    /**
     * The forecasts of the series, reconciled with those of the sums and never negative, unless sales were.
     *
     * @param series    histories in the order of the hierarchy
     * @param sums      forecasts, in the order of the hierarchy
     * @param forecasts one per series, in the order of the hierarchy
     */
    public static List<DemandForecast> of(
            Hierarchy hierarchy, List<TimeSeries> series, List<DemandForecast> sums, List<DemandForecast> forecasts) {
        var all = new ArrayList<>(sums);
        all.addAll(forecasts);
        var errors = all.stream().map(CoherentForecasts::errors).toArray(double[][]::new);
        var how = series.stream().anyMatch(CoherentForecasts::hasReturns)
                ? Reconciliation.minimumTrace(ErrorWeights.VARIANCE)
                : Reconciliation.nonNegative(ErrorWeights.VARIANCE);
        return HierarchyForecasts.reconcile(hierarchy, all, errors, how).subList(sums.size(), all.size());
    }

    /** Errors of just the spread that a forecast claims: it was calibrated by those that were made. */
    private static double[] errors(DemandForecast forecast) {
        double deviation = forecast.at(1).standardDeviation();
        var errors = new double[ERRORS];
        for (int i = 0; i < ERRORS; i++) {
            errors[i] = i % 2 == 0 ? deviation : -deviation;
        }
        return errors;
    }

    private static boolean hasReturns(TimeSeries series) {
        for (int i = 0; i < series.size(); i++) {
            if (series.value(i) < 0) {
                return true;
            }
        }
        return false;
    }
}
