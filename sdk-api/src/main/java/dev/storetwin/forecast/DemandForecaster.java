package dev.storetwin.forecast;

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
}
