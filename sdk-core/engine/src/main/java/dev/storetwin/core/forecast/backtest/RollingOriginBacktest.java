package dev.storetwin.core.forecast.backtest;

import dev.storetwin.core.forecast.panel.InOrder;
import dev.storetwin.forecast.Backtest;
import dev.storetwin.forecast.BacktestResult;
import dev.storetwin.forecast.BacktestSettings;
import dev.storetwin.forecast.DemandForecaster;
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
    public List<BacktestResult> run(List<TimeSeries> series, List<DemandForecaster> methods) {
        // Sums of doubles depend on their order: by name, whatever the order of the list.
        var byName =
                series.stream().sorted(Comparator.comparing(TimeSeries::name)).toList();
        checkNames(byName);
        var totals = methods.stream().map(it -> new Score()).toList();
        var informed = methods.stream()
                .map(it -> informed(it, byName, totals.get(methods.indexOf(it))))
                .toList();
        for (var scores : InOrder.map(byName, history -> judge(history, informed), executor, progress)) {
            for (int i = 0; i < methods.size(); i++) {
                totals.get(i).add(scores.get(i));
            }
        }
        var results = new ArrayList<BacktestResult>();
        for (int i = 0; i < methods.size(); i++) {
            results.add(totals.get(i).result(methods.get(i).name(), settings.origins()));
        }
        return List.copyOf(results);
    }

    /** The method as it would have been at each origin, with what the panel showed by then. */
    private List<DemandForecaster> informed(DemandForecaster method, List<TimeSeries> panel, Score score) {
        var informed = new ArrayList<DemandForecaster>();
        for (int i = 0; i < settings.origins(); i++) {
            int origin = i;
            var then = panel.stream()
                    .filter(it -> known(it, origin) > 0)
                    .map(it -> it.head(known(it, origin)))
                    .toList();
            long start = cpuClock.getAsLong();
            informed.add(method.among(then, settings.horizon()));
            score.addCpu(cpuClock.getAsLong() - start);
        }
        return informed;
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

    private List<Score> judge(TimeSeries series, List<List<DemandForecaster>> methods) {
        var scores = new ArrayList<Score>();
        for (var informed : methods) {
            var score = new Score();
            for (int origin = 0; origin < settings.origins(); origin++) {
                if (known(series, origin) > 0) {
                    judge(series, known(series, origin), informed.get(origin), score);
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
        var past = series.head(known);
        long start = cpuClock.getAsLong();
        var forecast = method.forecast(past, settings.horizon());
        var quantiles = forecast.quantiles(Score.LEVELS);
        score.addCpu(cpuClock.getAsLong() - start);
        score.add(series, known, forecast, quantiles, Scale.of(past), settings);
    }
}
