package dev.storetwin.core.forecast.panel;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.Progress;
import dev.storetwin.forecast.TimeSeries;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Forecasts of many series at once. The answers do not depend on the number of threads.
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
        return InOrder.map(series, history -> forecaster.forecast(history, horizon), executor, progress);
    }
}
