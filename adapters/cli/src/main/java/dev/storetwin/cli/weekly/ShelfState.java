package dev.storetwin.cli.weekly;

import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What is there of one pair and what is on its way.
 *
 * @param onHand    at the end of the last week
 * @param inTransit by the week at whose start it comes, the next week first
 */
record ShelfState(Pair pair, double onHand, List<Double> inTransit) {

    private static final int MOST_WEEKS = 52;

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

    private static List<Column> transit(CsvTable table) {
        var columns = new ArrayList<Column>();
        for (int week = 1; week <= MOST_WEEKS; week++) {
            var column = table.find("In Transit W+" + week);
            if (column.isEmpty()) {
                break;
            }
            columns.add(column.get());
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
        return units;
    }
}
