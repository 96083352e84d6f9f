package dev.storetwin.cli.series;

import dev.storetwin.csv.CsvOutput;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.QuantileLevels;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Forecasts as a file: {@code series,horizon,mean,q0.025,...}, one row per step, steps counted from 1. */
public final class ForecastTable {

    private ForecastTable() {}

    public static void write(List<DemandForecast> forecasts, QuantileLevels levels, Writer to) {
        try (var table = CsvOutput.to(to, header(levels))) {
            forecasts.forEach(it -> write(it, levels, table));
        }
    }

    private static List<String> header(QuantileLevels levels) {
        var names = levels.levels().stream().map(it -> "q" + Digits.of(it));
        return Stream.concat(Stream.of("series", "horizon", "mean"), names).toList();
    }

    private static void write(DemandForecast forecast, QuantileLevels levels, CsvOutput table) {
        var quantiles = forecast.quantiles(levels);
        for (int step = 1; step <= forecast.horizon(); step++) {
            var cells = new ArrayList<String>();
            cells.add(forecast.series());
            cells.add(Integer.toString(step));
            cells.add(Digits.of(forecast.mean(step)));
            for (double quantile : quantiles[step - 1]) {
                cells.add(Digits.of(quantile));
            }
            table.write(cells);
        }
    }
}
