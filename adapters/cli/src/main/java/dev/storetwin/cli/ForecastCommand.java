package dev.storetwin.cli;

import dev.storetwin.cli.series.ForecastTable;
import dev.storetwin.forecast.QuantileLevels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forecasts series by the default method. */
@Command(
        name = "forecast",
        description = {
            "Forecasts series as distributions, from their past, their prices and promotions, events, and their like.",
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

    @Option(
            names = "--attributes",
            paramLabel = "FILE",
            description = "series,key,value: what new series have in common with others.")
    private Optional<Path> attributes;

    @Option(
            names = "--hierarchy",
            paramLabel = "FILE",
            description = "series,level1,...: groups whose sums the forecasts shall meet.")
    private Optional<Path> hierarchy;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "date,name: days that are not like others, past and to come.")
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
        var inputs = Stream.concat(
                Stream.of(options.file()),
                Stream.of(attributes, hierarchy, events).flatMap(Optional::stream));
        var result = new ResultFile(out, console).check().beside(inputs);
        var file = options.read(console);
        var forecasts = new SeriesForecasts(console, attributes, hierarchy, events).of(file, horizon);
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
}
