package dev.storetwin.core.inventory.horizon;

import java.util.function.IntToDoubleFunction;

/** Cost as a function of the stock level: a table, and below it a straight line, so that nothing is cut off. */
final class CostToGo {

    private final int low;
    private final double slopeBelow;
    private final double[] table;

    private CostToGo(int low, double slopeBelow, double[] table) {
        this.low = low;
        this.slopeBelow = slopeBelow;
        this.table = table;
    }

    static CostToGo tabulate(int low, int high, double slopeBelow, IntToDoubleFunction cost) {
        double[] table = new double[high - low + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = cost.applyAsDouble(low + i);
        }
        return new CostToGo(low, slopeBelow, table);
    }

    double at(int level) {
        return level >= low ? table[level - low] : table[0] + slopeBelow * ((double) level - low);
    }

    int low() {
        return low;
    }

    int high() {
        return low + table.length - 1;
    }

    /** Slope of the line below the table; negative where less stock costs more. */
    double slopeBelow() {
        return slopeBelow;
    }

    /** The smallest of the levels with the least cost. */
    int cheapest() {
        int best = low;
        for (int level = low + 1; level <= high(); level++) {
            best = at(level) < at(best) ? level : best;
        }
        return best;
    }
}
