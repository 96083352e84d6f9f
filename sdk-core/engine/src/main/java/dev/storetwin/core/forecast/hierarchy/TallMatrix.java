package dev.storetwin.core.forecast.hierarchy;

/**
 * A dense matrix with many rows and a few hundred columns, times panels of a few dozen.
 *
 * <p>Both products go through the rows once, four numbers of the matrix at a time, so that the inner loop runs along a panel's row.
 */
final class TallMatrix {

    private final double[] values;
    private final int rows;
    private final int width;

    TallMatrix(double[] values, int rows, int width) {
        this.values = values;
        this.rows = rows;
        this.width = width;
    }

    int width() {
        return width;
    }

    double[] values() {
        return values;
    }

    /** This matrix transposed times a panel with one row per row of this. */
    double[] transposedTimes(double[] panel, int columns) {
        var product = new double[width * columns];
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int p = row * columns;
            for (int t = 0; t < width; t++) {
                int v = row * width + t;
                combine(
                        product,
                        t * columns,
                        values[v],
                        values[v + width],
                        values[v + 2 * width],
                        values[v + 3 * width],
                        panel,
                        p,
                        columns);
            }
        }
        for (; row < rows; row++) {
            for (int t = 0; t < width; t++) {
                double value = values[row * width + t];
                for (int c = 0; c < columns; c++) {
                    product[t * columns + c] += value * panel[row * columns + c];
                }
            }
        }
        return product;
    }

    /** Adds this matrix times a panel with one row per column of this. */
    void addTimes(double[] panel, int columns, double[] to) {
        for (int row = 0; row < rows; row++) {
            int v = row * width;
            int t = 0;
            for (; t + 4 <= width; t += 4) {
                combine(
                        to,
                        row * columns,
                        values[v + t],
                        values[v + t + 1],
                        values[v + t + 2],
                        values[v + t + 3],
                        panel,
                        t * columns,
                        columns);
            }
            for (; t < width; t++) {
                for (int c = 0; c < columns; c++) {
                    to[row * columns + c] += values[v + t] * panel[t * columns + c];
                }
            }
        }
    }

    private static void combine(
            double[] to, int at, double a, double b, double c, double d, double[] from, int start, int columns) {
        for (int i = 0; i < columns; i++) {
            int k = start + i;
            to[at + i] +=
                    (a * from[k] + b * from[k + columns]) + (c * from[k + 2 * columns] + d * from[k + 3 * columns]);
        }
    }
}
