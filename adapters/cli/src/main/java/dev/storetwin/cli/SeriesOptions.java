package dev.storetwin.cli;

import dev.storetwin.cli.series.SeriesFile;
import dev.storetwin.forecast.Seasonality;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of every command that reads series. */
@SuppressWarnings("NullAway.Init") // picocli fills in what is annotated
final class SeriesOptions {

    private static final int MOST_PERIODS = 100_000;

    @Option(
            names = "--series",
            required = true,
            paramLabel = "FILE",
            description =
                    "series,index,value[,in_stock][,price][,promo][,...]; plain or .gz; the index is a number or a date.")
    private Path file;

    @Option(names = "--horizon", required = true, paramLabel = "N", description = "Periods to forecast.")
    private int horizon;

    @Option(
            names = "--season",
            required = true,
            split = ",",
            paramLabel = "N",
            description =
                    "Length of the season in periods: 7 for the week in daily data, 1 for none; several as 7,365.")
    private List<Integer> seasons;

    Path file() {
        return file;
    }

    int horizon() {
        return atMost("--horizon", atLeastOne("--horizon", horizon), MOST_PERIODS);
    }

    static int atLeastOne(String option, int value) {
        if (value < 1) {
            throw BadInput.of("%s expects at least 1, not %d.".formatted(option, value), "a sign slipped in.");
        }
        return value;
    }

    static int atMost(String option, int value, int most) {
        if (value > most) {
            throw BadInput.of(
                    "%s expects at most %d, not %d.".formatted(option, most, value),
                    "it is a date or a number of seconds.");
        }
        return value;
    }

    /** Reads the file and tells what there is to tell about it. */
    SeriesFile read(Console console) {
        seasons.forEach(it -> atLeastOne("--season", it));
        var seasonality =
                Seasonality.of(seasons.stream().mapToInt(Integer::intValue).toArray());
        var series = SeriesFile.read(file, seasonality);
        series.notes().forEach(console::say);
        return series;
    }
}
