package dev.storetwin.cli;

import dev.storetwin.cli.series.ForecastTable;
import dev.storetwin.cli.series.SeriesFile;
import dev.storetwin.cli.series.SideTable;
import dev.storetwin.core.forecast.panel.ForecastBatch;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.QuantileLevels;
import dev.storetwin.forecast.TimeSeries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forecasts series with the method that would have foretold each of them best. */
@Command(
        name = "forecast",
        description = {
            "Forecasts series as distributions, each by the method that would have foretold its past best.",
            "Writes series,horizon,mean,q0.025,...; horizon counts from 1."
        })
@SuppressWarnings("NullAway.Init") // picocli fills in what is annotated
final class ForecastCommand implements Callable<Integer> {

    @Mixin
    private SeriesOptions options;

    @Option(
            names = "--quantiles",
            split = ",",
            paramLabel = "Q",
            description = "Levels above 0 and below 1; .025,.1,.5,.9,.975 unless given.")
    private List<Double> quantiles = QuantileLevels.DEFAULT.levels();

    @Option(names = "--attributes", paramLabel = "FILE", description = "series,key,value.")
    private Optional<Path> attributes;

    @Option(names = "--hierarchy", paramLabel = "FILE", description = "series,level1,...")
    private Optional<Path> hierarchy;

    @Option(names = "--events", paramLabel = "FILE", description = "date,name.")
    private Optional<Path> events;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to; - for standard output.")
    private Path out;

    private final Console console;

    ForecastCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var levels = levels();
        int horizon = options.horizon();
        var result = new ResultFile(out, console).check();
        var file = options.read(console);
        checkSideTables(file);
        var forecasts = forecasts(file.series(), horizon);
        result.write(to -> ForecastTable.write(forecasts, levels, to));
        return ExitCode.DONE;
    }

    private QuantileLevels levels() {
        try {
            return new QuantileLevels(quantiles.stream().sorted().distinct().toList());
        } catch (IllegalArgumentException outside) {
            throw BadInput.of(
                    "--quantiles expects levels above 0 and below 1, not %s."
                            .formatted(quantiles.stream().map(String::valueOf).collect(Collectors.joining(","))),
                    "percent was written where a fraction is meant: 0.9, not 90.");
        }
    }

    private void checkSideTables(SeriesFile file) {
        var names = file.series().stream().map(TimeSeries::name).collect(Collectors.toSet());
        attributes.ifPresent(it -> console.say(SideTable.ATTRIBUTES.check(it, names)));
        hierarchy.ifPresent(it -> console.say(SideTable.HIERARCHY.check(it, names)));
        events.ifPresent(it -> console.say(SideTable.EVENTS.check(it, names)));
    }

    private List<DemandForecast> forecasts(List<TimeSeries> series, int horizon) {
        try (var workers = new Workers();
                var progress = new ProgressLine(console, "Forecasting")) {
            return new ForecastBatch(ForecastMethods.usual(), workers, progress).forecast(series, horizon);
        }
    }
}
