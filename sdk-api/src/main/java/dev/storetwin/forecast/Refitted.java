package dev.storetwin.forecast;

/** A model that keeps no parameters: it is fitted again with each forecast. */
record Refitted(DemandForecaster forecaster, TimeSeries history) implements DemandModel {

    @Override
    public DemandForecast forecast(int horizon) {
        return forecaster.forecast(history, horizon);
    }

    @Override
    public DemandModel append(double value, boolean inStock) {
        return new Refitted(forecaster, history.append(value, inStock));
    }
}
