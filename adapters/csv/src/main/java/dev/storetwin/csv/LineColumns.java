package dev.storetwin.csv;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which column of an order-line file plays which role. */
public final class LineColumns {

    private final Map<LineRole, Column> columns;

    private LineColumns(Map<LineRole, Column> columns) {
        this.columns = columns;
    }

    /** Takes the named columns, and for every other role the likeliest header that the table has. */
    static LineColumns of(CsvTable table, Map<LineRole, String> named) {
        var columns = new EnumMap<LineRole, Column>(LineRole.class);
        for (var role : LineRole.values()) {
            var name = Optional.ofNullable(named.get(role));
            var column = name.map(table::require).or(() -> likeliest(table, role));
            column.ifPresent(it -> columns.put(role, it));
            if (column.isEmpty() && role.isRequired()) {
                throw missing(table, role);
            }
        }
        return new LineColumns(columns);
    }

    private static Optional<Column> likeliest(CsvTable table, LineRole role) {
        return role.headers().stream().flatMap(it -> table.find(it).stream()).findFirst();
    }

    private static CsvProblem missing(CsvTable table, LineRole role) {
        return CsvProblem.of(
                table.file(),
                1,
                "none of the columns %s is known to hold the %s."
                        .formatted(String.join(",", table.header()), role.label()),
                "name it: --columns %s=NAME.".formatted(role.label()));
    }

    Optional<Column> find(LineRole role) {
        return Optional.ofNullable(columns.get(role));
    }

    Column require(LineRole role) {
        return find(role).orElseThrow();
    }

    /** The place of the last column that plays a role. */
    int last() {
        return columns.values().stream().mapToInt(Column::index).max().orElseThrow();
    }

    /** For example {@code order=InvoiceNo, sku=StockCode}. */
    @Override
    public String toString() {
        return columns.entrySet().stream()
                .map(it -> it.getKey().label() + "=" + it.getValue().name())
                .collect(Collectors.joining(", "));
    }
}
