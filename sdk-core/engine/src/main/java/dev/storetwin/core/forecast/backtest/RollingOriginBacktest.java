package dev.storetwin.core.forecast.backtest;

import dev.storetwin.core.forecast.panel.InOrder;
import dev.storetwin.forecast.Backtest;
import dev.storetwin.forecast.BacktestResult;
import dev.storetwin.forecast.BacktestSettings;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.PanelForecaster;
import dev.storetwin.forecast.Progress;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * A backtest from rolling origins: every method is fitted anew at each of them (Tashman 2000).
 *
 * @param executor runs one task per series; {@code Runnable::run} for the calling thread
 * @param progress told of every series done
 * @param cpuClock nanoseconds that the current thread has computed, to measure methods by; {@code () -> 0} for none
 */
public record RollingOriginBacktest(
        BacktestSettings settings, Executor executor, Progress progress, LongSupplier cpuClock) implements Backtest {

    /** By the calling thread, unwatched, without a clock. */
    public static RollingOriginBacktest of(BacktestSettings settings) {
        return new RollingOriginBacktest(settings, Runnable::run, Progress.NONE, () -> 0);
    }

    @Override
    public List<BacktestResult> run(List<TimeSeries> series, List<? extends PanelForecaster> methods) {
        // Sums of doubles depend on their order: by name, whatever the order of the list.
        var byName =
                series.stream().sorted(Comparator.comparing(TimeSeries::name)).toList();
        checkNames(byName);
        var alone = methods.stream()
                .filter(DemandForecaster.class::isInstance)
                .map(DemandForecaster.class::cast)
                .toList();
        var judged = InOrder.map(byName, history -> judge(history, alone), executor, progress);
        var results = new ArrayList<BacktestResult>();
        for (var method : methods) {
            int place = alone.indexOf(method);
            var total = place < 0 ? judgeTogether(byName, method) : new Score();
            for (int i = 0; i < judged.size() && place >= 0; i++) {
                total.add(judged.get(i).get(place));
            }
            results.add(total.result(method.name(), settings.origins()));
        }
        return List.copyOf(results);
    }

    private static void checkNames(List<TimeSeries> series) {
        var names = new HashSet<String>();
        for (var one : series) {
            if (!names.add(one.name())) {
                throw new IllegalArgumentException(
                        "Two series are named %s; different names are expected.\nMaybe one series was split in two."
                                .formatted(one.name()));
            }
        }
    }

    private List<Score> judge(TimeSeries series, List<DemandForecaster> methods) {
        var scores = new ArrayList<Score>();
        for (var method : methods) {
            var score = new Score();
            for (int origin = 0; origin < settings.origins(); origin++) {
                if (known(series, origin) > 0) {
                    judge(series, known(series, origin), method, score);
                }
            }
            scores.add(score);
        }
        return scores;
    }

    /** How many periods are known at an origin, the last one first; none or fewer when the series is too short. */
    private int known(TimeSeries series, int origin) {
        return series.size() - settings.horizon() - origin * settings.stride();
    }

    private void judge(TimeSeries series, int known, DemandForecaster method, Score score) {
        long start = cpuClock.getAsLong();
        var forecast = method.forecast(series.head(known), settings.horizon());
        score(series, known, forecast, start, score);
    }

    private void score(TimeSeries series, int known, DemandForecast forecast, long start, Score score) {
        var quantiles = forecast.quantiles(Score.LEVELS);
        score.addCpu(cpuClock.getAsLong() - start);
        score.add(series, known, forecast, quantiles, Scale.of(series.head(known)), settings);
    }

    /** A method that looks at all series at once is asked once for each origin. */
    private Score judgeTogether(List<TimeSeries> series, PanelForecaster method) {
        var score = new Score();
        for (int i = 0; i < settings.origins(); i++) {
            int origin = i;
            var judged = series.stream().filter(it -> known(it, origin) > 0).toList();
            long start = cpuClock.getAsLong();
            var forecasts = method.forecast(
                    judged.stream().map(it -> it.head(known(it, origin))).toList(), settings.horizon());
            score.addCpu(cpuClock.getAsLong() - start);
            for (int j = 0; j < judged.size(); j++) {
                score(judged.get(j), known(judged.get(j), origin), forecasts.get(j), cpuClock.getAsLong(), score);
            }
        }
        return score;
    }
}
