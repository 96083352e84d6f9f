package dev.storetwin.cli;

import dev.storetwin.cli.series.ScoreList;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.backtest.RollingOriginBacktest;
import dev.storetwin.forecast.BacktestResult;
import dev.storetwin.forecast.BacktestSettings;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges forecasting methods by the past of series. */
@Command(
        name = "backtest",
        description = {
            "Lets every method forecast from moments of the past and judges it by what then happened.",
            "Writes a JSON list of method,origins,n,smape,mase,rmsse,wape,bias,spl,coverage95,cost,cpu_s."
        })
@SuppressWarnings("NullAway.Init") // picocli fills in what is annotated
final class BacktestCommand implements Callable<Integer> {

    @Mixin
    private SeriesOptions options;

    @Option(
            names = "--origins",
            required = true,
            paramLabel = "K",
            description = "How many moments of the past to forecast from, one period apart.")
    private int origins;

    @Option(names = "--methods", split = ",", paramLabel = "NAME", description = "Which methods; all unless given.")
    private List<String> methods = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to; - for standard output.")
    private Path out;

    private final Console console;

    BacktestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var settings = BacktestSettings.of(options.horizon(), SeriesOptions.atLeastOne("--origins", origins));
        var judged = methods.isEmpty()
                ? ForecastMethods.all()
                : methods.stream().map(BacktestCommand::method).toList();
        var result = new ResultFile(out, console).check();
        var series = options.read(console).series();
        refuseTooShort(series, settings);
        var results = results(series, judged, settings);
        refuseUnjudged(results);
        result.write(to -> ScoreList.write(results, to));
        return ExitCode.DONE;
    }

    private static DemandForecaster method(String name) {
        return ForecastMethods.named(name.strip())
                .orElseThrow(() -> BadInput.of(
                        "There is no method '%s'.".formatted(name),
                        ForecastMethods.all().stream()
                                        .map(DemandForecaster::name)
                                        .collect(Collectors.joining(", ")) + "."));
    }

    private static void refuseTooShort(List<TimeSeries> series, BacktestSettings settings) {
        int longest = series.stream().mapToInt(TimeSeries::size).max().orElse(0);
        if (longest <= settings.horizon()) {
            throw BadInput.of(
                    "No series is longer than the horizon of %d periods; the longest has %d."
                            .formatted(settings.horizon(), longest),
                    "a shorter horizon leaves a past to judge by.");
        }
    }

    /** Without one value to compare with, every score is a perfect zero. */
    private static void refuseUnjudged(List<BacktestResult> results) {
        if (results.stream().allMatch(it -> it.n() == 0)) {
            throw BadInput.of(
                    "The periods to judge by hold no value that was in stock.",
                    "in_stock is False throughout, or more origins reach values.");
        }
    }

    private List<BacktestResult> results(
            List<TimeSeries> series, List<DemandForecaster> judged, BacktestSettings settings) {
        try (var workers = new Workers();
                var progress = new ProgressLine(console, "Judging")) {
            return new RollingOriginBacktest(settings, workers, progress, cpuClock()).run(series, judged);
        }
    }

    /** What the calling thread has computed, where the machine can tell. */
    private static LongSupplier cpuClock() {
        var threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads::getCurrentThreadCpuTime : () -> 0;
    }
}
