package dev.storetwin.forecast;

import java.util.List;

/**
 * A way to foretell demand of many series together. What one series is too short to show, the others may.
 *
 * <p>Deterministic, as a {@link DemandForecaster} is, and whatever the order of the series.
 */
public interface PanelForecaster {

    /** What the trade calls it, such as {@code theta}; lower case with hyphens. */
    String name();

    /**
     * One forecast for each series, in their order.
     *
     * @param panel   series with different names
     * @param horizon number of periods to foretell, at least 1
     */
    List<DemandForecast> forecast(List<TimeSeries> panel, int horizon);
}
