package dev.storetwin.core.forecast;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.DemandModel;
import dev.storetwin.forecast.TimeSeries;
import java.util.List;

/**
 * A forecaster that tells of every forecast which it has to work out.
 *
 * @param called hears of each, on the thread that works it out
 */
public record CountedForecaster(DemandForecaster forecaster, Runnable called) implements DemandForecaster {

    @Override
    public String name() {
        return forecaster.name();
    }

    @Override
    public DemandForecast forecast(TimeSeries history, int horizon) {
        called.run();
        return forecaster.forecast(history, horizon);
    }

    @Override
    public DemandModel fit(TimeSeries history) {
        called.run();
        return forecaster.fit(history);
    }

    @Override
    public DemandForecaster among(List<TimeSeries> panel, int horizon) {
        return new CountedForecaster(forecaster.among(panel, horizon), called);
    }
}
