package dev.storetwin.learning;

import dev.storetwin.model.FeatureTable;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the columns that a model knows in a table that may have them in another order, or not at all.
 *
 * @param positions in the table, or below 0
 */
record ColumnOrder(FeatureTable table, int[] positions) {

    static ColumnOrder of(FeatureTable table, List<String> names) {
        return new ColumnOrder(
                table,
                names.stream().mapToInt(it -> table.indexOf(it).orElse(-1)).toArray());
    }

    /** Fills in what a row holds; what the table lacks is unknown. */
    void read(int row, double[] into) {
        Arrays.setAll(into, i -> positions[i] < 0 ? Double.NaN : table.value(row, positions[i]));
    }
}
