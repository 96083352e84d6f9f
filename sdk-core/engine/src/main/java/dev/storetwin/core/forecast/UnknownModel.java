package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.distribution.SpreadForecast;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.DemandModel;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.ModelCard;

/** The model of a history in which nothing is known yet. */
record UnknownModel(DemandForecaster forecaster, TimeSeries history) implements DemandModel {

    @Override
    public DemandForecast forecast(int horizon) {
        return SpreadForecast.unknown(history.name(), horizon, ModelCard.of(forecaster.name(), MethodModel.VERSION));
    }

    @Override
    public DemandModel append(double value, boolean inStock) {
        return forecaster.fit(history.append(value, inStock));
    }
}
