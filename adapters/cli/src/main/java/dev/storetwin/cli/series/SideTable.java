package dev.storetwin.cli.series;

import dev.storetwin.csv.CsvTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What may be known beside the values of series. Its form is checked, so that a mistake shows at once and not when a method begins to use it. */
public enum SideTable {
    /** {@code series,key,value}. */
    ATTRIBUTES("--attributes", "series", "key"),
    /** {@code series,level1,...}. */
    HIERARCHY("--hierarchy", "series", "level1"),
    /** {@code date,name}. */
    EVENTS("--events", "date", "name");

    private final String option;
    private final String first;
    private final String second;

    SideTable(String option, String first, String second) {
        this.option = option;
        this.first = first;
        this.second = second;
    }

    /**
     * Reads a file and checks it.
     *
     * @param series the names of all series
     * @return what to tell: that it was read, and is not used yet
     */
    public String check(Path file, Set<String> series) {
        try (var table = CsvTable.open(file)) {
            var columns = List.of(table.require(first), table.require(second));
            var rows = new Tally();
            table.forEach(row -> {
                columns.forEach(row::require);
                if (this == EVENTS) {
                    row.findDate(Optional.of(columns.get(0)));
                } else {
                    rows.strangers += series.contains(row.text(columns.get(0))) ? 0 : 1;
                }
                rows.all++;
            });
            return rows.told(option);
        }
    }

    /** Counts rows. */
    private static final class Tally {

        private long all;
        private long strangers;

        String told(String option) {
            var unknown = strangers == 0 ? "" : " (%d of them name no series of the file)".formatted(strangers);
            return "%s: %d rows are well-formed%s; no method uses them yet.".formatted(option, all, unknown);
        }
    }
}
