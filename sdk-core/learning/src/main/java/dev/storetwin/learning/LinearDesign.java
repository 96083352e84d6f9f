package dev.storetwin.learning;

import dev.storetwin.learning.TribuoTable.NamedNumbers;
import dev.storetwin.model.FeatureTable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How rows become features of a linear model: numbers standardized, unknown ones at the mean, a code as a feature of its own.
 *
 * @param columns in the order of the names
 */
record LinearDesign(List<Column> columns) {

    LinearDesign {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param mean      of what is known
     * @param deviation of what is known, above 0
     */
    record Column(String name, boolean categorical, double mean, double deviation) {

        /** Of the feature that the value is told by. */
        String feature(double value) {
            return categorical ? name + "=" + (long) value : name;
        }

        double scaled(double value) {
            return categorical ? 1 : (value - mean) / deviation;
        }
    }

    static LinearDesign of(FeatureTable table) {
        return new LinearDesign(IntStream.range(0, table.columns().size())
                .mapToObj(index -> column(table, index))
                .toList());
    }

    private static Column column(FeatureTable table, int index) {
        var column = table.columns().get(index);
        double mean = 0;
        double squares = 0;
        int known = 0;
        for (int row = 0; row < table.rows(); row++) {
            double value = table.value(row, index);
            if (!Double.isNaN(value)) {
                double step = value - mean;
                mean += step / ++known;
                squares += step * (value - mean);
            }
        }
        double deviation = known == 0 ? 0 : Math.sqrt(squares / known);
        boolean usable = deviation > 0 && Double.isFinite(deviation);
        return new Column(column.name(), column.categorical(), mean, usable ? deviation : 1);
    }

    /** What a row says; the table has the columns of the design in their order. */
    NamedNumbers features(FeatureTable table, int row) {
        var numbers = new NamedNumbers(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            double value = table.value(row, i);
            if (!Double.isNaN(value)) {
                numbers.add(columns.get(i).feature(value), columns.get(i).scaled(value));
            }
        }
        return numbers;
    }
}
