package dev.storetwin.core.inventory.policy;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.TimeSeries;
import java.util.List;
import java.util.concurrent.Executor;

/** A way to foretell the demand of all things that are ordered together. */
public interface PanelForecaster {

    /** Tells it from the others. */
    String name();

    /**
     * One forecast per series, in their order.
     *
     * @param known    up to the moment of the forecast and no further
     * @param groups   of each series, from coarse to fine
     * @param horizon  periods
     * @param executor may be used for series by series work
     */
    List<DemandForecast> forecast(List<TimeSeries> known, List<List<String>> groups, int horizon, Executor executor);
}
