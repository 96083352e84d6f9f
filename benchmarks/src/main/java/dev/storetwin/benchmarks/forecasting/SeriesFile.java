package dev.storetwin.benchmarks.forecasting;

import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.nio.file.Path;
import java.util.List;

/** Series out of one compressed file in long form, with one season. */
final class SeriesFile {

    private SeriesFile() {}

    /** @param season 1 for none */
    static List<TimeSeries> read(Path file, int season) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("%s is no file in a folder.".formatted(file));
        }
        return new SalesFiles(folder)
                .longForm(file.getFileName().toString()).stream()
                        .map(it -> it.withSeasonality(Seasonality.of(season)))
                        .toList();
    }
}
