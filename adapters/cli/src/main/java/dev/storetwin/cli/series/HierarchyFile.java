package dev.storetwin.cli.series;

import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.CsvTable;
import dev.storetwin.forecast.Hierarchy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file of the groups that series are in: {@code series,level1,level2,...}, each level by itself. */
public final class HierarchyFile {

    private HierarchyFile() {}

    /**
     * Reads a whole file; rows of other series are passed over. The last levels of a row may be empty.
     *
     * @throws CsvProblem with file, line and column of what cannot be used, or when a series is missing
     */
    public static Hierarchy read(Path file, Set<String> series) {
        try (var table = CsvTable.open(file)) {
            var name = table.require("series");
            var levels = levels(table);
            var builder = Hierarchy.builder(levels.stream().map(Column::name).toArray(String[]::new));
            var missing = new HashSet<>(series);
            table.forEachAsItIs(row -> {
                row.requireNoMore(); // a row may end after its last level: the last ones may be empty
                if (series.contains(row.require(name))) {
                    if (!missing.remove(row.text(name))) {
                        throw row.problem(
                                name,
                                "series %s is here twice.".formatted(row.text(name)),
                                "it is in several groups: make each kind of group a level of its own.");
                    }
                    builder.add(row.text(name), keys(row, levels));
                }
            });
            series.stream().filter(missing::contains).findFirst().ifPresent(it -> {
                throw CsvProblem.of(
                        table.file(),
                        "series %s has no row; each of %d series needs one.".formatted(it, series.size()),
                        "its name is spelled otherwise than in --series.");
            });
            return builder.build();
        }
    }

    private static List<Column> levels(CsvTable table) {
        var levels = new ArrayList<>(List.of(table.require("level1")));
        for (var next = table.find("level2"); next.isPresent(); next = table.find("level" + (levels.size() + 1))) {
            levels.add(next.get());
        }
        return levels;
    }

    private static List<String> keys(CsvRow row, List<Column> levels) {
        var keys = new ArrayList<String>();
        Optional<Column> empty = Optional.empty();
        for (var level : levels) {
            var key = row.text(level);
            if (!key.isEmpty() && empty.isPresent()) {
                throw row.problem(
                        empty.get(),
                        "it is empty, while %s is not.".formatted(level.name()),
                        "a name such as other is meant; only the last levels may be left out.");
            }
            if (key.isEmpty()) {
                empty = empty.or(() -> Optional.of(level));
            } else {
                keys.add(key);
            }
        }
        return keys;
    }
}
