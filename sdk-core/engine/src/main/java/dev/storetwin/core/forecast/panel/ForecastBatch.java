package dev.storetwin.core.forecast.panel;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.Progress;
import dev.storetwin.forecast.TimeSeries;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Forecasts of many series at once, each knowing what the others show. The answers do not depend on the number of threads.
 *
 * @param executor runs the work; {@code Runnable::run} for the calling thread
 * @param progress told of every series done
 */
public record ForecastBatch(DemandForecaster forecaster, Executor executor, Progress progress) {

    /** By the calling thread, unwatched. */
    public static ForecastBatch of(DemandForecaster forecaster) {
        return new ForecastBatch(forecaster, Runnable::run, Progress.NONE);
    }

    /** One forecast per series, in the order of the series. */
    public List<DemandForecast> forecast(List<TimeSeries> series, int horizon) {
        var informed = forecaster.among(series, horizon);
        return InOrder.map(series, history -> informed.forecast(history, horizon), executor, progress);
    }
}
