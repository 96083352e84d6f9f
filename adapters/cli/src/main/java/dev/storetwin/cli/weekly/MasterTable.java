package dev.storetwin.cli.weekly;

import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What kind of product and store each pair is.
 *
 * @param names  of the groups, from coarse to fine; what is not among the columns is left out
 * @param groups of each pair
 */
record MasterTable(List<String> names, Map<Pair, List<String>> groups) {

    private static final List<String> COARSE_TO_FINE = List.of("Department", "ProductGroup");
    private static final String UNKNOWN = "";

    /** When nothing is known: all pairs are of one group. */
    static final MasterTable NONE = new MasterTable(List.of(), Map.of());

    static MasterTable read(Path path) {
        try (var table = CsvTable.open(path)) {
            var pair = Pair.Columns.of(table);
            var columns = COARSE_TO_FINE.stream()
                    .flatMap(it -> table.find(it).stream())
                    .toList();
            var groups = new LinkedHashMap<Pair, List<String>>();
            table.forEach(row -> pair.refuseSecond(
                    row,
                    groups.put(pair.read(row), columns.stream().map(row::text).toList()) != null));
            return new MasterTable(columns.stream().map(Column::name).toList(), groups);
        }
    }

    /** The groups of a pair; all unknown when the table does not have it. */
    List<String> of(Pair pair) {
        return groups.getOrDefault(
                pair, Stream.generate(() -> UNKNOWN).limit(names.size()).toList());
    }
}
