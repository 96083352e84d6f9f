package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.distribution.Steps;
import dev.storetwin.core.forecast.history.BaselineDemand;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.DemandModel;
import dev.storetwin.forecast.TimeSeries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Any forecaster, of demand and not of sales: it is given the {@link BaselineDemand} behind the sales, and what is planned is put on
 * what it says.
 *
 * @param known the baselines of a panel, worked out together
 */
record BaselineForecaster(DemandForecaster method, Map<TimeSeries, BaselineDemand> known) implements DemandForecaster {

    private static final int PLANNED = 60;

    static BaselineForecaster of(DemandForecaster method) {
        return new BaselineForecaster(method, Map.of());
    }

    @Override
    public String name() {
        return method.name();
    }

    @Override
    public DemandForecast forecast(TimeSeries sales, int horizon) {
        Steps.checkHorizon(horizon);
        var baseline = baseline(sales, horizon);
        return baseline.onto(method.forecast(baseline.series(), horizon));
    }

    private BaselineDemand baseline(TimeSeries sales, int horizon) {
        var together = known.get(sales);
        return together == null ? BaselineDemand.of(sales, horizon) : together;
    }

    @Override
    public DemandModel fit(TimeSeries sales) {
        var baseline = BaselineDemand.of(sales, PLANNED);
        return new BaselineModel(sales, baseline, method.fit(baseline.series()));
    }

    @Override
    public DemandForecaster among(List<TimeSeries> panel, int horizon) {
        var baselines = BaselineDemand.of(panel, horizon);
        var bySales = new HashMap<TimeSeries, BaselineDemand>();
        baselines.forEach(it -> bySales.put(it.sales(), it));
        var series = baselines.stream().map(BaselineDemand::series).toList();
        return new BaselineForecaster(method.among(series, horizon), bySales);
    }

    /** The model of a baseline. */
    private record BaselineModel(TimeSeries history, BaselineDemand baseline, DemandModel model)
            implements DemandModel {

        @Override
        public DemandForecast forecast(int horizon) {
            return baseline.onto(model.forecast(horizon), history.size());
        }

        /** A period that ran out says something only when it sold more than was expected. */
        @Override
        public DemandModel append(double value, boolean inStock) {
            double seen = baseline.later(history.size(), value);
            boolean tells = inStock || seen > model.forecast(1).mean(1);
            return new BaselineModel(history.append(value, inStock), baseline, model.append(seen, tells));
        }
    }
}
