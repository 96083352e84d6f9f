package dev.storetwin.cli;

import dev.storetwin.cli.series.AttributeFile;
import dev.storetwin.cli.series.EventFile;
import dev.storetwin.cli.series.HierarchyFile;
import dev.storetwin.cli.series.SeriesFile;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.coldstart.Newcomers;
import dev.storetwin.core.forecast.hierarchy.CoherentForecasts;
import dev.storetwin.core.forecast.panel.ForecastBatch;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.Hierarchy;
import dev.storetwin.forecast.TimeSeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The forecasts of a file of series, with what is known beside it. All files are read before the work begins. */
final class SeriesForecasts {

    private final Console console;
    private final Optional<Path> attributes;
    private final Optional<Path> hierarchy;
    private final Optional<Path> events;

    SeriesForecasts(Console console, Optional<Path> attributes, Optional<Path> hierarchy, Optional<Path> events) {
        this.console = console;
        this.attributes = attributes;
        this.hierarchy = hierarchy;
        this.events = events;
    }

    /** One forecast per series, in the order of the file. */
    List<DemandForecast> of(SeriesFile file, int horizon) {
        var names = names(file);
        var days = events.map(it -> EventFile.read(it, file));
        var like = attributes.map(it -> AttributeFile.read(it, names));
        var groups = hierarchy.map(it -> HierarchyFile.read(it, names));
        days.ifPresent(it -> console.say(it.note()));
        var forecaster = like.map(it -> withNewcomers(file, it)).orElseGet(ForecastMethods::usual);
        return groups.map(it -> coherent(it, file, days, forecaster, horizon))
                .orElseGet(() -> forecast(forecaster, onto(days, file.series(), horizon), horizon));
    }

    private static Set<String> names(SeriesFile file) {
        var names = new LinkedHashSet<String>();
        file.series().forEach(it -> names.add(it.name()));
        return names;
    }

    private static List<TimeSeries> onto(Optional<EventFile> days, List<TimeSeries> series, int horizon) {
        return days.map(it -> it.onto(series, horizon)).orElse(series);
    }

    private DemandForecaster withNewcomers(SeriesFile file, AttributeFile like) {
        long newcomers = file.series().stream().filter(Newcomers::isNew).count();
        console.say("--attributes: %d of %d series are new and forecast from their like."
                .formatted(newcomers, file.series().size()));
        return Newcomers.among(file.series(), like.attributes(), ForecastMethods.usual());
    }

    private List<DemandForecast> coherent(
            Hierarchy groups, SeriesFile file, Optional<EventFile> days, DemandForecaster forecaster, int horizon) {
        var aligned = file.aligned();
        if (aligned.behind() > 0) {
            console.say(
                    "%d series end before others; they are forecast from the end of all.".formatted(aligned.behind()));
        }
        var sums = onto(days, CoherentForecasts.sums(groups, aligned.whole()), horizon);
        var series = onto(days, aligned.own(), horizon);
        var ofSums = forecast(ForecastMethods.usual(), sums, horizon);
        var ofSeries = forecast(forecaster, series, horizon);
        var order =
                file.series().stream().map(it -> groups.positionOf(it.name())).toList();
        var coherent = CoherentForecasts.of(groups, aligned.whole(), ofSums, inOrder(order, ofSeries));
        console.say("--hierarchy: %d series were reconciled with %d sums.".formatted(series.size(), sums.size()));
        return order.stream().map(coherent::get).toList();
    }

    /** From the order of the file to that of the hierarchy. */
    private static List<DemandForecast> inOrder(List<Integer> positions, List<DemandForecast> forecasts) {
        var ordered = new ArrayList<>(forecasts);
        for (int i = 0; i < forecasts.size(); i++) {
            ordered.set(positions.get(i), forecasts.get(i));
        }
        return ordered;
    }

    private List<DemandForecast> forecast(DemandForecaster forecaster, List<TimeSeries> series, int horizon) {
        try (var workers = new Workers();
                var progress = new ProgressLine(console, "Forecasting")) {
            return new ForecastBatch(forecaster, workers, progress).forecast(series, horizon);
        }
    }
}
