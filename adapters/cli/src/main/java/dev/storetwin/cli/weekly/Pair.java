package dev.storetwin.cli.weekly;

import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.CsvTable;

/**
 * A product in a store, as files name both.
 *
 * @param store   as spelled
 * @param product as spelled
 */
record Pair(String store, String product) {

    /** More of one product in one store than there can be: what comes after would have to count beyond all numbers. */
    private static final double MOST_UNITS = 1e9;

    /** Units as they are, when there can be so many. */
    static double notTooMany(CsvRow row, Column column, double units) {
        if (units > MOST_UNITS) {
            throw row.problem(
                    column,
                    "expected %.0f units at most, found %s.".formatted(MOST_UNITS, row.text(column)),
                    "it is an identifier, or thousandths were counted.");
        }
        return units;
    }

    /** The two columns that name it. */
    record Columns(Column store, Column product) {

        static Columns of(CsvTable table) {
            return new Columns(table.require("Store"), table.require("Product"));
        }

        Pair read(CsvRow row) {
            return new Pair(row.require(store), row.require(product));
        }

        void refuseSecond(CsvRow row, boolean second) {
            if (second) {
                throw row.problem(
                        product,
                        "store and product %s stand in an earlier line already.".formatted(read(row)),
                        "two exports were joined.");
            }
        }
    }

    @Override
    public String toString() {
        return store + "/" + product;
    }
}
