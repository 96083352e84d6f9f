package dev.storetwin.cli.backtest;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.TimeSeries;

/**
 * One forecast from a moment of the past, and what came.
 *
 * @param series   with what came
 * @param origin   index of the first period foretold
 * @param forecast made without it
 */
public record Foretold(TimeSeries series, int origin, DemandForecast forecast) {

    /** The period after the last that is known here. */
    int end() {
        return Math.min(series.size(), origin + forecast.horizon());
    }
}
