package dev.storetwin.cli.series;

import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.csv.CsvTable;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The rows of one series as they came, packed. */
final class SeriesRows {

    private static final long MOST_PERIODS = 1_000_000;

    private final String name;
    private int size;
    private long[] places = new long[64];
    private double[] values = new double[64];
    private boolean[] inStock = new boolean[64];
    private long[] lines = new long[64];
    private boolean sorted = true;

    SeriesRows(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(long place, double value, boolean stocked, long line) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
            values = Arrays.copyOf(values, size * 2);
            inStock = Arrays.copyOf(inStock, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
        }
        sorted &= size == 0 || place > places[size - 1];
        places[size] = place;
        values[size] = value;
        inStock[size] = stocked;
        lines[size++] = line;
    }

    private void sort() {
        if (sorted) {
            return;
        }
        var order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong(it -> places[it]))
                .mapToInt(Integer::intValue)
                .toArray();
        places = Arrays.stream(order).mapToLong(it -> places[it]).toArray();
        values = Arrays.stream(order).mapToDouble(it -> values[it]).toArray();
        lines = Arrays.stream(order).mapToLong(it -> lines[it]).toArray();
        var flags = new boolean[size];
        for (int i = 0; i < size; i++) {
            flags[i] = inStock[order[i]];
        }
        inStock = flags;
        sorted = true;
    }

    /** The smallest distance of two rows; the largest number when there is but one. */
    long smallestStep() {
        sort();
        return IntStream.range(1, size)
                .mapToLong(it -> places[it] - places[it - 1])
                .filter(it -> it > 0)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    boolean isEmpty() {
        return known() == 0;
    }

    /** How many rows there are up to the last value. */
    private int known() {
        int last = size;
        while (last > 0 && Double.isNaN(values[last - 1])) {
            last--;
        }
        return last;
    }

    int futureRows() {
        return isEmpty() ? 0 : size - known();
    }

    /** How many periods of the finished series have no value. */
    long gaps(TimeSeries series) {
        return IntStream.range(0, series.size())
                .filter(it -> Double.isNaN(series.value(it)))
                .count();
    }

    /** The history on a grid, unknown where there is no row. */
    TimeSeries on(PeriodGrid grid, CsvTable table, Column index) {
        sort();
        int known = known();
        if (known == 0) {
            return TimeSeries.of(name);
        }
        var periods = new int[known];
        for (int i = 0; i < known; i++) {
            periods[i] = period(grid, table, index, i);
        }
        int length = periods[known - 1] + 1;
        var history = new double[length];
        var flags = new boolean[length];
        Arrays.fill(history, Double.NaN);
        Arrays.fill(flags, true);
        for (int i = 0; i < known; i++) {
            refuseSecond(table, index, periods, i);
            history[periods[i]] = values[i];
            flags[periods[i]] = inStock[i];
        }
        var series = TimeSeries.of(name, history).withInStock(flags);
        return grid.calendar(places[0]).map(series::withCalendar).orElse(series);
    }

    private int period(PeriodGrid grid, CsvTable table, Column index, int row) {
        long period = grid.period(places[0], places[row])
                .orElseThrow(() -> CsvProblem.of(
                        table.file(),
                        lines[row],
                        index,
                        "the date of series %s lies between two periods, counted in steps of %s."
                                .formatted(name, grid.step()),
                        "a day is wrong, or the series have different periods: forecast them apart."));
        if (period >= MOST_PERIODS) {
            throw CsvProblem.of(
                    table.file(),
                    lines[row],
                    index,
                    "series %s jumps %d periods from its first row.".formatted(name, period),
                    "the index is a date without hyphens: write 2024-03-31.");
        }
        return (int) period;
    }

    private void refuseSecond(CsvTable table, Column index, int[] periods, int row) {
        if (row > 0 && periods[row] == periods[row - 1]) {
            throw CsvProblem.of(
                    table.file(),
                    Math.max(lines[row], lines[row - 1]),
                    index,
                    "series %s has this period twice, first in line %d."
                            .formatted(name, Math.min(lines[row], lines[row - 1])),
                    "two series share a name.");
        }
    }
}
