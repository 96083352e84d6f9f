package dev.storetwin.cli.series;

import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.csv.CsvTable;
import dev.storetwin.forecast.Regressors;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The rows of one series as they came, packed. */
final class SeriesRows {

    private static final long MOST_PERIODS = 1_000_000;

    /** More periods without a row than this are no gap. */
    private static final long MOST_OF_A_GAP = 10_000;

    private static final int FIRST_ROWS = 8;

    private final String name;
    private int size;
    private long[] places = new long[FIRST_ROWS];
    private double[] values = new double[FIRST_ROWS];
    private boolean[] inStock = new boolean[FIRST_ROWS];
    private long[] lines = new long[FIRST_ROWS];
    private final double[][] extras;
    private boolean sorted = true;

    /** @param extras how many columns more there are */
    SeriesRows(String name, int extras) {
        this.name = name;
        this.extras = new double[extras][0];
    }

    String name() {
        return name;
    }

    /** @param cells of the extra columns, {@code NaN} where there is nothing */
    void add(long place, double value, boolean stocked, long line, double[] cells) {
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
        lines[size] = line;
        for (int i = 0; i < cells.length; i++) {
            if (!Double.isNaN(cells[i])) {
                extra(i)[size] = cells[i];
            }
        }
        size++;
    }

    /** With room for the row that comes; a column takes none before its first number. */
    private double[] extra(int position) {
        int before = extras[position].length;
        if (before <= size) {
            extras[position] = Arrays.copyOf(extras[position], places.length);
            Arrays.fill(extras[position], before, places.length, Double.NaN);
        }
        return extras[position];
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
        values = ordered(values, order);
        lines = Arrays.stream(order).mapToLong(it -> lines[it]).toArray();
        for (int i = 0; i < extras.length; i++) {
            extras[i] = extras[i].length == 0 ? extras[i] : ordered(extras[i], order);
        }
        var flags = new boolean[size];
        for (int i = 0; i < size; i++) {
            flags[i] = inStock[order[i]];
        }
        inStock = flags;
        sorted = true;
    }

    private static double[] ordered(double[] numbers, int[] order) {
        return Arrays.stream(order)
                .mapToDouble(it -> it < numbers.length ? numbers[it] : Double.NaN)
                .toArray();
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

    /** The place of the first row. */
    long first() {
        sort();
        return places[0];
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

    /** The history on a grid, unknown where there is no row, with its regressors as far as they are known. */
    TimeSeries on(PeriodGrid grid, CsvTable table, Column index, ExtraColumns columns) {
        sort();
        int known = known();
        var periods = new int[size];
        for (int i = 0; i < size; i++) {
            periods[i] = period(grid, table, index, i);
            refuseSecond(table, index, periods, i);
        }
        int length = known == 0 ? 0 : periods[known - 1] + 1;
        var history = new double[length];
        var flags = new boolean[length];
        Arrays.fill(history, Double.NaN);
        Arrays.fill(flags, true);
        for (int i = 0; i < known; i++) {
            history[periods[i]] = values[i];
            flags[periods[i]] = inStock[i];
        }
        var series = TimeSeries.of(name, history).withInStock(flags).withRegressors(regressors(columns, periods));
        return grid.calendar(places[0]).map(series::withCalendar).orElse(series);
    }

    private Regressors regressors(ExtraColumns columns, int[] periods) {
        var regressors = Regressors.NONE;
        for (int position : columns.usable()) {
            var numbers = extras[position];
            if (numbers.length > 0) {
                var column = new double[periods[size - 1] + 1];
                Arrays.fill(column, Double.NaN);
                for (int i = 0; i < Math.min(size, numbers.length); i++) {
                    column[periods[i]] = numbers[i];
                }
                regressors = regressors.with(columns.name(position), column);
            }
        }
        return regressors;
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
        long jump =
                row == 0 ? 0 : period - grid.period(places[0], places[row - 1]).orElse(period);
        if (jump >= MOST_OF_A_GAP || period >= MOST_PERIODS) {
            throw CsvProblem.of(
                    table.file(),
                    lines[row],
                    index,
                    "series %s jumps %d periods, from that of line %d."
                            .formatted(name, Math.max(jump, 1), lines[Math.max(0, row - 1)]),
                    "a year is mistyped, here or there, or the index is a date without hyphens: write 2024-03-31.");
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
