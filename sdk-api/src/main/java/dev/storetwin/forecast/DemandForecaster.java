package dev.storetwin.forecast;

import java.util.List;

/**
 * A way to foretell demand from its history.
 *
 * <p>An implementation has no state that a forecast changes: the same history and horizon give the same answer, bit for bit, from
 * any thread. It answers for every history (empty, unknown throughout, constant, shorter than a season) and never with {@code NaN}.
 */
public interface DemandForecaster {

    /** What the trade calls it, such as {@code theta}; lower case with hyphens. */
    String name();

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

    /**
     * The same forecaster, knowing what the series of a panel have in common: what one is too short to show, the others may. A method
     * that looks at each series by itself is what it was.
     *
     * @param panel   series with different names, known up to the moment of the forecast and no further; their order does not matter
     * @param horizon that will be asked for
     */
    default DemandForecaster among(List<TimeSeries> panel, int horizon) {
        return this;
    }
}
