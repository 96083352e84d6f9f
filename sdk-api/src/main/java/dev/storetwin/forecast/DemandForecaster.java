package dev.storetwin.forecast;

import java.util.List;

/**
 * A way to foretell demand from its history, series by series.
 *
 * <p>An implementation has no state that a forecast changes: the same history and horizon give the same answer, bit for bit, from
 * any thread. It answers for every history (empty, unknown throughout, constant, shorter than a season) and never with {@code NaN}.
 */
public interface DemandForecaster extends PanelForecaster {

    /**
     * The periods that follow a history.
     *
     * @param history what is known, oldest first
     * @param horizon number of periods to foretell, at least 1; it may be longer than the history
     */
    DemandForecast forecast(TimeSeries history, int horizon);

    /** Learns from a history once, to forecast often. */
    default DemandModel fit(TimeSeries history) {
        return new Refitted(this, history);
    }

    /** Each series by itself. */
    @Override
    default List<DemandForecast> forecast(List<TimeSeries> panel, int horizon) {
        return panel.stream().map(it -> forecast(it, horizon)).toList();
    }
}
