package dev.storetwin.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;

/** Named columns of numbers of one length, {@code NaN} for unknown. Immutable. */
public final class FeatureTable {

    private final int rows;
    private final List<FeatureColumn> columns;
    private final List<double[]> values;

    private FeatureTable(int rows, List<FeatureColumn> columns, List<double[]> values) {
        this.rows = rows;
        this.columns = List.copyOf(columns);
        this.values = List.copyOf(values);
    }

    /** Begins a table with a number of rows. */
    public static Builder builder(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("rows (%d) must not be negative.".formatted(rows));
        }
        return new Builder(rows);
    }

    public int rows() {
        return rows;
    }

    /** In the order in which they were added. */
    public List<FeatureColumn> columns() {
        return columns;
    }

    /** Position of a column; empty when there is none of that name. */
    public OptionalInt indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    public double value(int row, int column) {
        return values.get(column)[row];
    }

    /** Collects columns; a column is copied in. */
    public static final class Builder {

        private final int rows;
        private final List<FeatureColumn> columns = new ArrayList<>();
        private final List<double[]> values = new ArrayList<>();
        private final HashSet<String> names = new HashSet<>();

        private Builder(int rows) {
            this.rows = rows;
        }

        public Builder number(String name, double... values) {
            return column(FeatureColumn.number(name), values);
        }

        public Builder category(String name, double... codes) {
            return column(FeatureColumn.category(name), codes);
        }

        public Builder column(FeatureColumn column, double... numbers) {
            if (numbers.length != rows) {
                throw new IllegalArgumentException("Column %s has %d values; the table has %d rows."
                        .formatted(column.name(), numbers.length, rows));
            }
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("Two columns are called %s.".formatted(column.name()));
            }
            for (int row = 0; row < rows; row++) {
                column.check(row, numbers[row]);
            }
            columns.add(column);
            values.add(numbers.clone());
            return this;
        }

        public FeatureTable build() {
            return new FeatureTable(rows, columns, values);
        }
    }
}
