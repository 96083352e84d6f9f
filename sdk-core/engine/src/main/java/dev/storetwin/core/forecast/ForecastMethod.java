package dev.storetwin.core.forecast;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;

/** A forecaster that is fitted to one series and can say what it would have foretold from each moment of the past. */
interface ForecastMethod extends DemandForecaster {

    /** Learns from a history with at least one known value. */
    Fit fit(Observations history);

    /** Whether the method has something to add to simpler ones on such a history. It answers anyhow when asked by name. */
    default boolean suits(Observations history) {
        return true;
    }

    @Override
    default DemandForecast forecast(TimeSeries history, int horizon) {
        return FittedForecast.of(this, Observations.of(history), horizon, name() + " was asked for by name");
    }
}
