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
