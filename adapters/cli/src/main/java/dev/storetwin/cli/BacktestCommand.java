package dev.storetwin.cli;

import dev.storetwin.cli.backtest.BacktestPage;
import dev.storetwin.cli.backtest.Examples;
import dev.storetwin.cli.series.ScoreList;
import dev.storetwin.cli.series.SeriesFile;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.backtest.RollingOriginBacktest;
import dev.storetwin.forecast.BacktestResult;
import dev.storetwin.forecast.BacktestSettings;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final int EXAMPLES = 6;
    private static final double MOST_COST = 1e9;
    private static final int MOST_ORIGINS = 10_000;

    @Mixin
    private SeriesOptions options;

    @Option(
            names = "--origins",
            required = true,
            paramLabel = "K",
            description = "How many moments of the past to forecast from, --stride periods apart.")
    private int origins;

    @Option(names = "--stride", paramLabel = "N", description = "Periods from one moment to the next; 1 unless given.")
    private int stride = 1;

    @Option(
            names = "--holding",
            paramLabel = "COST",
            description = "Cost of a unit that is left over; 0.2 unless given.")
    private double holding = .2;

    @Option(names = "--shortage", paramLabel = "COST", description = "Cost of a unit that is missing; 1 unless given.")
    private double shortage = 1;

    @Option(names = "--methods", split = ",", paramLabel = "NAME", description = "Which methods; all unless given.")
    private List<String> methods = List.of();

    @Option(names = "--report", paramLabel = "FILE", description = "An HTML page that compares the methods.")
    private Optional<Path> report;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to; - for standard output.")
    private Path out;

    private final Console console;

    BacktestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var settings = settings();
        var judged = methods.isEmpty()
                ? ForecastMethods.all()
                : methods.stream()
                        .map(String::strip)
                        .distinct()
                        .map(BacktestCommand::method)
                        .toList();
        var result = new ResultFile(out, console).check().beside(Stream.of(options.file()));
        var pageFile = report.map(this::pageFile);
        var file = options.read(console);
        refuseTooShort(file.series(), settings);
        var results = results(file.series(), judged, settings);
        refuseUnjudged(results);
        var page = pageFile.map(it -> page(file, judged, settings, results));
        result.write(to -> ScoreList.write(results, to));
        pageFile.ifPresent(it -> it.write(page.orElseThrow()::write));
        return ExitCode.DONE;
    }

    private ResultFile pageFile(Path path) {
        return new ResultFile(path, console).check().beside(Stream.of(options.file(), out));
    }

    private BacktestSettings settings() {
        return BacktestSettings.of(options.horizon(), count("--origins", origins))
                .withStride(count("--stride", stride))
                .withCosts(cost("--holding", holding), cost("--shortage", shortage));
    }

    private static int count(String option, int value) {
        return SeriesOptions.atMost(option, SeriesOptions.atLeastOne(option, value), MOST_ORIGINS);
    }

    private static double cost(String option, double value) {
        if (!(value > 0 && value <= MOST_COST)) {
            throw BadInput.of(
                    "%s expects a cost above 0, not %s.".formatted(option, value),
                    "0.2 for holding and 1 for shortage.");
        }
        return value;
    }

    private static BacktestPage page(
            SeriesFile file, List<DemandForecaster> judged, BacktestSettings settings, List<BacktestResult> results) {
        var usual = ForecastMethods.usual().name();
        var shown = judged.stream()
                .filter(it -> it.name().equals(usual))
                .findFirst()
                .orElse(judged.get(0));
        var foretold = Examples.of(file.series(), shown, settings.horizon(), EXAMPLES);
        return new BacktestPage(file.file(), file.series().size(), settings, usual, results, foretold);
    }

    private static DemandForecaster method(String name) {
        return ForecastMethods.named(name)
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
