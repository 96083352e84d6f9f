package dev.storetwin.core.inventory.policy;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Demand as it is known before a period: cut off there, foretold once by each forecaster for all policies. Futures are drawn once, too,
 * for whoever asks for the same.
 */
final class KnownDemand {

    private final List<ReplayItem> items;
    private final int review;
    private final List<TimeSeries> histories;
    private final Map<String, List<DemandForecast>> forecasts;
    private final Map<Futures, double[][]> futures = new ConcurrentHashMap<>();

    private record Futures(String by, int item, int periods, int count, long seed) {}

    private KnownDemand(
            List<ReplayItem> items,
            int review,
            List<TimeSeries> histories,
            Map<String, List<DemandForecast>> forecasts) {
        this.items = items;
        this.review = review;
        this.histories = histories;
        this.forecasts = forecasts;
    }

    /**
     * All that is known before a period.
     *
     * @param horizon that is foretold
     * @param spent   told of the processor time of each forecaster
     */
    static KnownDemand before(
            int period,
            ReplayPanel panel,
            int review,
            Collection<PanelForecaster> forecasters,
            int horizon,
            Executor executor,
            Spent spent) {
        var histories = panel.knownBefore(period);
        var groups = panel.items().stream().map(ReplayItem::groups).toList();
        var forecasts = new LinkedHashMap<String, List<DemandForecast>>();
        for (var forecaster : forecasters) {
            var name = forecaster.name();
            var counted = spent.on(name, executor);
            forecasts.put(name, spent.on(name, () -> forecaster.forecast(histories, groups, horizon, counted)));
        }
        var cutOff = panel.items().stream()
                .map(it -> new ReplayItem(it.sales().head(period), it.groups(), it.terms()))
                .toList();
        return new KnownDemand(cutOff, review, histories, forecasts);
    }

    int periods() {
        return histories.get(0).size();
    }

    int review() {
        return review;
    }

    StockTerms terms(int item) {
        return items.get(item).terms();
    }

    List<String> groups(int item) {
        return items.get(item).groups();
    }

    TimeSeries history(int item) {
        return histories.get(item);
    }

    DemandForecast forecast(PanelForecaster by, int item) {
        var all = forecasts.get(by.name());
        if (all == null) {
            throw new IllegalArgumentException(
                    "Nothing was foretold by %s.\nMaybe the policy does not name it among its forecasters."
                            .formatted(by.name()));
        }
        return all.get(item);
    }

    double[][] futures(PanelForecaster by, int item, int periods, int count, long seed) {
        var forecast = forecast(by, item);
        return futures.computeIfAbsent(
                new Futures(by.name(), item, periods, count, seed), key -> cut(forecast.paths(count, seed), periods));
    }

    private static double[][] cut(double[][] paths, int periods) {
        return paths.length == 0 || paths[0].length == periods
                ? paths
                : Arrays.stream(paths).map(it -> Arrays.copyOf(it, periods)).toArray(double[][]::new);
    }
}
