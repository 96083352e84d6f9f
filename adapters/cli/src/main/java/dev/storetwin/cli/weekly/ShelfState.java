package dev.storetwin.cli.weekly;

import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is there of one pair and what is on its way.
 *
 * @param onHand    at the end of the last week
 * @param inTransit by the week at whose start it comes, the next week first
 */
record ShelfState(Pair pair, double onHand, List<Double> inTransit) {

    private static final String IN_TRANSIT = "In Transit";

    /** {@code Store,Product,End Inventory,In Transit W+1,In Transit W+2,...}, in the order of the file. */
    static List<ShelfState> read(Path path) {
        try (var table = CsvTable.open(path)) {
            var pair = Pair.Columns.of(table);
            var onHand = table.require("End Inventory");
            var transit = transit(table);
            var states = new ArrayList<ShelfState>();
            var seen = new HashSet<Pair>();
            table.forEach(row -> {
                var state = new ShelfState(
                        pair.read(row),
                        units(row, onHand),
                        transit.stream().map(it -> units(row, it)).toList());
                pair.refuseSecond(row, !seen.add(state.pair()));
                states.add(state);
            });
            if (states.isEmpty()) {
                throw CsvProblem.of(
                        table.file(), "there is no line after the header.", "the export was filtered to nothing.");
            }
            return states;
        }
    }

    /** Weeks in their order and without a gap: what comes in a column that is passed over would be ordered again. */
    private static List<Column> transit(CsvTable table) {
        var columns = new ArrayList<Column>();
        var column = table.find(IN_TRANSIT + " W+1");
        while (column.isPresent()) {
            columns.add(column.get());
            column = table.find("%s W+%d".formatted(IN_TRANSIT, columns.size() + 1));
        }
        for (var name : table.header()) {
            boolean isRead = columns.stream().anyMatch(it -> it.name().equals(name));
            if (!isRead && name.strip().toLowerCase(Locale.ROOT).startsWith(IN_TRANSIT.toLowerCase(Locale.ROOT))) {
                throw CsvProblem.of(
                        table.file(),
                        1,
                        table.require(name),
                        "expected the column %s W+%d first.".formatted(IN_TRANSIT, columns.size() + 1),
                        "a week was left out: add it with 0, or name the columns In Transit W+1, In Transit W+2, and so on.");
            }
        }
        return columns;
    }

    /** An empty cell is nothing. */
    private static double units(CsvRow row, Column column) {
        double units =
                row.findDecimal(Optional.of(column)).map(Number::doubleValue).orElse(0.0);
        if (units < 0) {
            throw row.problem(
                    column,
                    "expected units not below zero, found %s.".formatted(row.text(column)),
                    "it counts what is owed.");
        }
        return Pair.notTooMany(row, column, units);
    }
}
