package dev.storetwin.core.inventory.policy;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.panel.ForecastBatch;
import dev.storetwin.core.forecast.pooled.PooledForecaster;
import dev.storetwin.core.forecast.pooled.PooledSeries;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.Progress;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** The ways to foretell that policies choose among. */
public final class PanelForecasters {

    private PanelForecasters() {}

    /** Season and scatter learned from all series together; needs dates. */
    public static PanelForecaster pooled() {
        return new Pooled();
    }

    /** A moving average of thirteen periods with the season of the panel; needs dates. */
    public static PanelForecaster seasonalAverage() {
        return new SeasonalAverage();
    }

    /** The mean of late, the cheapest there is. */
    public static PanelForecaster recentMean() {
        return each(ForecastMethods.cheap());
    }

    /** Series by series. */
    public static PanelForecaster each(DemandForecaster method) {
        return new Each(method);
    }

    private record Pooled() implements PanelForecaster {

        @Override
        public String name() {
            return "pooled";
        }

        @Override
        public List<DemandForecast> forecast(
                List<TimeSeries> known, List<List<String>> groups, int horizon, Executor executor) {
            var series = new ArrayList<PooledSeries>();
            for (int i = 0; i < known.size(); i++) {
                series.add(new PooledSeries(known.get(i), groups.get(i)));
            }
            return new PooledForecaster().forecast(series, horizon);
        }
    }

    private record Each(DemandForecaster method) implements PanelForecaster {

        @Override
        public String name() {
            return method.name();
        }

        @Override
        public List<DemandForecast> forecast(
                List<TimeSeries> known, List<List<String>> groups, int horizon, Executor executor) {
            return new ForecastBatch(method, executor, Progress.NONE).forecast(known, horizon);
        }
    }
}
