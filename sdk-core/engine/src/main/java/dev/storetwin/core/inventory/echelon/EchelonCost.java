package dev.storetwin.core.inventory.echelon;

import java.util.Arrays;

/**
 * What a stage and those nearer to the customer cost, given how much the stage gets: a straight line below the table, and constant above
 * it, because no stage lets in more than its base stock level.
 */
record EchelonCost(long low, Table table, double slopeBelow) {

    /** Values at consecutive points of the lattice. */
    static final class Table {

        private double[] values = new double[1024];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        double get(int place) {
            return values[place];
        }

        int size() {
            return size;
        }
    }

    double at(long level) {
        if (level < low) {
            return table.values[0] + slopeBelow * (level - low);
        }
        return table.values[(int) Math.min(level - low, table.size - 1L)];
    }
}
