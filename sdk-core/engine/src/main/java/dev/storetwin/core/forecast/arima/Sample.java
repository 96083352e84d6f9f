package dev.storetwin.core.forecast.arima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The stretch of a series from its first to its last known value, made ready for estimation: scaled by a power of two to about one, so
 * that no square overflows and nothing else changes, and with a first guess in place of every unknown value.
 */
final class Sample {

    private static final int MOST_GAPS = 60;
    private static final long MOST_CELLS = 100_000;

    private final double[] values;
    private final double[][] columns;
    private final int[] gaps;
    private final int first;
    private final double scale;

    private Sample(double[] values, double[][] columns, int[] gaps, int first, double scale) {
        this.values = values;
        this.columns = columns;
        this.gaps = gaps;
        this.first = first;
        this.scale = scale;
    }

    /**
     * @param columns what explains the values, from the first period on, each at least as long as the series
     */
    static Sample of(double[] series, double[][] columns, int period) {
        int first = 0;
        int end = series.length;
        while (first < end && Double.isNaN(series[first])) {
            first++;
        }
        while (end > first && Double.isNaN(series[end - 1])) {
            end--;
        }
        double scale = scale(series);
        var values = new double[end - first];
        for (int t = 0; t < values.length; t++) {
            values[t] = series[first + t] / scale;
        }
        int[] gaps = Gaps.of(values);
        Gaps.fill(values, period);
        var rows = new double[columns.length][];
        for (int j = 0; j < rows.length; j++) {
            rows[j] = Arrays.copyOfRange(columns[j], first, end);
        }
        return new Sample(values, rows, gaps, first, scale);
    }

    private static double scale(double[] series) {
        double largest = 0;
        for (double value : series) {
            largest = Double.isNaN(value) ? largest : Math.max(largest, Math.abs(value));
        }
        return largest < Double.MIN_NORMAL ? 1 : Math.scalb(1.0, Math.getExponent(largest));
    }

    /** Number of periods from the first to the last known value. */
    int size() {
        return values.length;
    }

    /** Place of the first known value in the series; its length when none is known. */
    int first() {
        return first;
    }

    double scale() {
        return scale;
    }

    /** The values with the first guesses at the unknown ones. */
    double[] values() {
        return values;
    }

    int[] gaps() {
        return gaps;
    }

    /** Whether so few values are unknown that the likelihood of the known ones is worth its work: each is a column to filter. */
    boolean fewGaps() {
        return gaps.length <= MOST_GAPS && (long) gaps.length * values.length <= MOST_CELLS;
    }

    /** What the columns leave of the values by plain least squares; the values themselves when there are no columns. */
    double[] withoutColumns() {
        var data = new double[columns.length + 2][];
        data[0] = values.clone();
        data[1] = new double[values.length];
        Arrays.fill(data[1], 1);
        System.arraycopy(columns, 0, data, 2, columns.length);
        if (columns.length > 0) {
            new Regression(columns.length + 1).fit(data);
        }
        return data[0];
    }

    /**
     * What a likelihood reads: the differenced values, a column for each unknown value if asked for, the constant and the columns.
     */
    double[][] differenced(ArimaOrder order, boolean constant, boolean gapColumns) {
        List<double[]> result = new ArrayList<>();
        result.add(Differences.of(values, order));
        if (gapColumns) {
            for (int gap : gaps) {
                var column = new double[values.length];
                column[gap] = 1;
                result.add(Differences.of(column, order));
            }
        }
        if (constant) {
            result.add(Differences.of(constant(order, first, values.length), order));
        }
        for (var column : columns) {
            result.add(Differences.of(column, order));
        }
        return result.toArray(double[][]::new);
    }

    /** The column of a mean or, when the values are differenced, of a drift: one more in each period, one in the first. */
    static double[] constant(ArimaOrder order, int from, int length) {
        var column = new double[length];
        for (int t = 0; t < length; t++) {
            column[t] = constantAt(order, from + t);
        }
        return column;
    }

    static double constantAt(ArimaOrder order, int period) {
        return order.lost() == 0 ? 1 : period + 1;
    }
}
