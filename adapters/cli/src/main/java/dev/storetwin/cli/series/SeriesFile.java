package dev.storetwin.cli.series;

import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.CsvTable;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of series: {@code series,index,value[,in_stock][,price][,promo][,...]}, in the order in which they first appear.
 *
 * <p>The index is a whole number or an ISO date; rows may come in any order. A missing row or an empty value within a series is unknown. Rows after the last
 * value of a series carry what is known of the future and are no history. Further columns of numbers become regressors.
 */
public final class SeriesFile {

    private final String file;
    private final List<TimeSeries> series;
    private final List<Long> places;
    private final PeriodGrid grid;
    private final List<String> columns;
    private final List<String> notes;

    private SeriesFile(
            String file,
            List<TimeSeries> series,
            List<Long> places,
            PeriodGrid grid,
            List<String> columns,
            List<String> notes) {
        this.file = file;
        this.series = List.copyOf(series);
        this.places = List.copyOf(places);
        this.grid = grid;
        this.columns = List.copyOf(columns);
        this.notes = List.copyOf(notes);
    }

    /**
     * Reads a whole file.
     *
     * @throws CsvProblem with file, line and column of the first cell that cannot be used
     */
    public static SeriesFile read(Path file, Seasonality seasonality) {
        try (var table = CsvTable.open(file)) {
            return new Reader(table).read(seasonality);
        }
    }

    /** The file's own name. */
    public String file() {
        return file;
    }

    public List<TimeSeries> series() {
        return series;
    }

    /** Names of the columns that became regressors. */
    public List<String> columns() {
        return columns;
    }

    /** Its periods have dates. */
    public boolean isDated() {
        return !grid.equals(PeriodGrid.NUMBERS);
    }

    /** What a reader of the results should know about the input. */
    public List<String> notes() {
        return notes;
    }

    /**
     * The same series on one line of time, so that they can be added up.
     *
     * @throws CsvProblem when the periods of one lie between those of another
     */
    public AlignedSeries aligned() {
        long first = places.stream().mapToLong(Long::longValue).min().orElseThrow();
        var offsets = new ArrayList<Integer>();
        for (int i = 0; i < series.size(); i++) {
            var name = series.get(i).name();
            long offset = grid.period(first, places.get(i))
                    .orElseThrow(() -> CsvProblem.of(
                            file,
                            "the periods of series %s lie between those of others; they cannot be added up."
                                    .formatted(name),
                            "one begins its weeks on another day."));
            offsets.add(AlignedSeries.checkedOffset(file, name, offset));
        }
        return AlignedSeries.of(series, offsets, grid.calendar(first));
    }

    /** Collects rows series by series. */
    private static final class Reader {

        private final CsvTable table;
        private final Column name;
        private final Column index;
        private final Column value;
        private final Optional<Column> inStock;
        private final ExtraColumns extras;
        private final Map<String, SeriesRows> rows = new LinkedHashMap<>();
        private Optional<IndexKind> kind = Optional.empty();

        Reader(CsvTable table) {
            this.table = table;
            this.name = table.require("series");
            this.index = table.require("index");
            this.value = table.require("value");
            this.inStock = table.find("in_stock");
            this.extras = ExtraColumns.of(
                    table,
                    Stream.concat(Stream.of(name, index, value), inStock.stream())
                            .toList());
        }

        SeriesFile read(Seasonality seasonality) {
            table.forEach(this::add);
            if (rows.isEmpty()) {
                throw CsvProblem.of(
                        table.file(), "there is no row after the header.", "the export was filtered to nothing.");
            }
            var grid = kind.orElseThrow().grid(rows.values());
            var series = new ArrayList<TimeSeries>();
            var places = new ArrayList<Long>();
            long unknown = 0;
            for (var row : rows.values()) {
                var one = row.on(grid, table, index, extras).withSeasonality(seasonality);
                series.add(one);
                places.add(row.first());
                unknown += row.gaps(one);
            }
            return new SeriesFile(table.file(), series, places, grid, extras.names(), notes(unknown));
        }

        private void add(CsvRow row) {
            var text = row.require(index);
            if (kind.isEmpty()) {
                kind = Optional.of(IndexKind.of(text));
            }
            long place = kind.get().parse(row, index, text);
            double amount = row.find(value).isPresent() ? row.decimal(value).doubleValue() : Double.NaN;
            boolean stocked = inStock.flatMap(row::find).isEmpty() || row.flag(inStock.orElseThrow());
            var cells = extras.read(row);
            rows.computeIfAbsent(row.require(name), it -> new SeriesRows(it, cells.length))
                    .add(place, amount, stocked, row.line(), cells);
        }

        private List<String> notes(long unknown) {
            var notes = new ArrayList<String>();
            if (unknown > 0) {
                notes.add("%d periods without a value are taken as unknown, not as zero.".formatted(unknown));
            }
            if (!extras.ignored().isEmpty()) {
                notes.add("Without a use, for they hold text or nothing: %s."
                        .formatted(String.join(", ", extras.ignored())));
            }
            long future =
                    rows.values().stream().mapToLong(SeriesRows::futureRows).sum();
            if (future > 0 && extras.usable().isEmpty()) {
                notes.add("%d rows after the last values tell nothing of the future: there is no column beside them."
                        .formatted(future));
            }
            rows.values().stream()
                    .filter(SeriesRows::isEmpty)
                    .findFirst()
                    .ifPresent(it -> notes.add(
                            "Series %s has no value at all; nothing can be said of it.".formatted(it.name())));
            return notes;
        }
    }
}
