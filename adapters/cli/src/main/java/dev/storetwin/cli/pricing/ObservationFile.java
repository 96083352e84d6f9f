package dev.storetwin.cli.pricing;

import dev.storetwin.cli.series.IndexKind;
import dev.storetwin.core.pricing.elasticity.ElasticityStudy;
import dev.storetwin.core.pricing.elasticity.PricePanel;
import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of prices and units: {@code series,period,price,units[,promo][,feature][,cost][,store][,group][,season][,competitor_*]}. Periods are
 * whole numbers or ISO dates, rows come in any order, and an empty cell is unknown.
 */
public final class ObservationFile {

    private final PricePanel panel;
    private final List<String> notes;

    private ObservationFile(PricePanel panel, List<String> notes) {
        this.panel = panel;
        this.notes = notes;
    }

    /**
     * Reads a whole file.
     *
     * @throws CsvProblem with file, line and column of the first cell that cannot be used
     */
    public static ObservationFile read(Path file) {
        try (var table = CsvTable.open(file)) {
            return new Reader(table).read();
        }
    }

    public PricePanel panel() {
        return panel;
    }

    /** What a reader of the results should know about the input. */
    public List<String> notes() {
        return notes;
    }

    /** What makes a row the only one of its kind. */
    private record Key(String series, String store, long period) {}

    /** Price, units and cost, then the controls. */
    private record Row(long line, double[] numbers) {}

    /** Collects rows. */
    private static final class Reader {

        private static final int PLAIN = 3;

        private final CsvTable table;
        private final Column series;
        private final Column period;
        private final Column price;
        private final Column units;
        private final Optional<Column> cost;
        private final Optional<Column> store;
        private final Optional<Column> group;
        private final ObservationColumns controls;
        private final Map<Key, Row> rows = new LinkedHashMap<>();
        private final Map<String, String> groups = new HashMap<>();
        private Optional<IndexKind> kind = Optional.empty();
        private int repeated;
        private int unknown;

        Reader(CsvTable table) {
            this.table = table;
            this.series = table.require("series");
            this.period = table.require("period");
            this.price = table.require("price");
            this.units = table.require("units");
            this.cost = table.find("cost");
            this.store = table.find("store");
            this.group = table.find("group");
            this.controls = ObservationColumns.of(table);
        }

        ObservationFile read() {
            table.forEach(this::add);
            if (rows.isEmpty()) {
                throw CsvProblem.of(
                        table.file(), "there is no row after the header.", "the export was filtered to nothing.");
            }
            var panel = PricePanel.builder(controls.kinds());
            rows.forEach((key, row) -> {
                var more = Arrays.copyOfRange(row.numbers(), PLAIN, row.numbers().length);
                controls.settle(more);
                panel.add(
                        key.series(),
                        groups.getOrDefault(key.series(), ""),
                        key.store(),
                        key.period(),
                        row.numbers()[0],
                        row.numbers()[1],
                        row.numbers()[2],
                        more);
            });
            return new ObservationFile(panel.build(), notes());
        }

        private void add(CsvRow row) {
            var name = row.require(series);
            refuseGroupName(row, name);
            refuseSecondGroup(row, name);
            var text = row.require(period);
            if (kind.isEmpty()) {
                kind = Optional.of(IndexKind.of(text));
            }
            var key = new Key(
                    name, row.find(store).orElse("").intern(), kind.get().parse(row, period, text));
            var more = controls.read(row);
            var numbers = new double[PLAIN + more.length];
            numbers[0] = notNegative(row, Optional.of(price));
            numbers[1] = notNegative(row, Optional.of(units));
            numbers[2] = notNegative(row, cost);
            System.arraycopy(more, 0, numbers, PLAIN, more.length);
            unknown += Double.isNaN(numbers[0]) || Double.isNaN(numbers[1]) ? 1 : 0;
            var first = rows.putIfAbsent(key, new Row(row.line(), numbers));
            if (first != null) {
                refuseContradiction(row, first, numbers);
            }
        }

        private void refuseGroupName(CsvRow row, String name) {
            if (name.startsWith(ElasticityStudy.GROUP)) {
                throw row.problem(
                        series,
                        "a series is called '%s'; names that begin with %s are those of groups."
                                .formatted(name, ElasticityStudy.GROUP),
                        "results were read as observations.");
            }
        }

        private void refuseSecondGroup(CsvRow row, String name) {
            var given = row.find(group).orElse("");
            var known = groups.putIfAbsent(name, given);
            if (known != null && !known.equals(given)) {
                throw row.problem(
                        group.orElse(series),
                        "series %s is of group '%s' here and of '%s' before.".formatted(name, given, known),
                        "the group belongs into the name of the series.");
            }
        }

        private static double notNegative(CsvRow row, Optional<Column> column) {
            double number = row.findDecimal(column).map(it -> it.doubleValue()).orElse(Double.NaN);
            if (number < 0) {
                var at = column.orElseThrow();
                throw row.problem(
                        at,
                        "expected %s not below zero, found %s.".formatted(at.name(), row.text(at)),
                        "returns or refunds were taken off.");
            }
            return number;
        }

        private void refuseContradiction(CsvRow row, Row first, double[] numbers) {
            if (!Arrays.equals(first.numbers(), numbers)) {
                throw row.problem(
                        period,
                        "series %s has this period twice with other numbers, first in line %d."
                                .formatted(row.text(series), first.line()),
                        "it is sold in several stores: name them in a column 'store'.");
            }
            repeated++;
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (repeated > 0) {
                notes.add("%d rows that repeat another one count once.".formatted(repeated));
            }
            if (unknown > 0) {
                notes.add("%d rows without price or units teach nothing.".formatted(unknown));
            }
            return notes;
        }
    }
}
