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
 * A file of series: {@code series,index,value[,in_stock][,price][,promo]}, in the order in which they first appear.
 *
 * <p>The index is a whole number or an ISO date; rows may come in any order. A missing row or an empty value within a series is unknown. Rows after the last
 * value of a series carry what is known of the future and are no history.
 */
public final class SeriesFile {

    private final List<TimeSeries> series;
    private final List<String> notes;

    private SeriesFile(List<TimeSeries> series, List<String> notes) {
        this.series = List.copyOf(series);
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

    public List<TimeSeries> series() {
        return series;
    }

    /** What a reader of the results should know about the input. */
    public List<String> notes() {
        return notes;
    }

    /** Collects rows series by series. */
    private static final class Reader {

        private final CsvTable table;
        private final Column name;
        private final Column index;
        private final Column value;
        private final Optional<Column> inStock;
        private final List<Column> unused;
        private final Map<String, SeriesRows> rows = new LinkedHashMap<>();
        private Optional<IndexKind> kind = Optional.empty();

        Reader(CsvTable table) {
            this.table = table;
            this.name = table.require("series");
            this.index = table.require("index");
            this.value = table.require("value");
            this.inStock = table.find("in_stock");
            this.unused = Stream.of("price", "promo")
                    .flatMap(it -> table.find(it).stream())
                    .toList();
        }

        SeriesFile read(Seasonality seasonality) {
            table.forEach(this::add);
            if (rows.isEmpty()) {
                throw CsvProblem.of(
                        table.file(), "there is no row after the header.", "the export was filtered to nothing.");
            }
            var grid = kind.orElseThrow().grid(rows.values());
            var series = new ArrayList<TimeSeries>();
            long unknown = 0;
            long future = 0;
            for (var row : rows.values()) {
                var one = row.on(grid, table, index).withSeasonality(seasonality);
                series.add(one);
                unknown += row.gaps(one);
                future += row.futureRows();
            }
            return new SeriesFile(series, notes(unknown, future));
        }

        private void add(CsvRow row) {
            var text = row.require(index);
            if (kind.isEmpty()) {
                kind = Optional.of(IndexKind.of(text));
            }
            long place = kind.get().parse(row, index, text);
            double amount = row.find(value).isPresent() ? row.decimal(value).doubleValue() : Double.NaN;
            boolean stocked = inStock.flatMap(row::find).isEmpty() || row.flag(inStock.orElseThrow());
            unused.forEach(it -> checkNumber(row, it));
            rows.computeIfAbsent(row.require(name), SeriesRows::new).add(place, amount, stocked, row.line());
        }

        private static void checkNumber(CsvRow row, Column column) {
            if (row.find(column).filter(it -> !it.matches("(?i)true|false")).isPresent()) {
                row.decimal(column);
            }
        }

        private List<String> notes(long unknown, long future) {
            var notes = new ArrayList<String>();
            if (unknown > 0) {
                notes.add("%d periods without a value are taken as unknown, not as zero.".formatted(unknown));
            }
            if (!unused.isEmpty()) {
                notes.add("No method uses the columns %s yet; they were checked and left aside."
                        .formatted(String.join(
                                ", ", unused.stream().map(Column::name).toList())));
            }
            if (future > 0) {
                notes.add(
                        "%d rows after the last values tell of the future; no method uses them yet.".formatted(future));
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
