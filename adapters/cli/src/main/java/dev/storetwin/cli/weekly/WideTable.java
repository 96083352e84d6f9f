package dev.storetwin.cli.weekly;

import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.CsvTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * A table with one row per pair and one column per week, whose headers are dates. Columns that are no dates and do not name the pair are ignored.
 *
 * @param file  its name
 * @param first the earliest week
 * @param weeks how many from the earliest to the latest
 * @param columns weeks that there is a column for
 * @param rows  cells by pair and week; a week without column is {@code NaN}
 */
record WideTable(String file, LocalDate first, int weeks, Set<LocalDate> columns, Map<Pair, double[]> rows) {

    private static final int WEEK = 7;
    private static final int MOST_WEEKS = 5_200;
    private static final int MOST_MISSING = 104;
    private static final Pattern LIKE_A_DATE = Pattern.compile("\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}");

    /** Units, not below zero; an empty cell is unknown. */
    static WideTable units(Path path) {
        return read(path, (row, column) -> row.findDecimal(Optional.of(column))
                .map(it -> notNegative(row, column, it.doubleValue()))
                .orElse(Double.NaN));
    }

    private static double notNegative(CsvRow row, Column column, double units) {
        if (units < 0) {
            throw row.problem(
                    column,
                    "expected units not below zero, found %s.".formatted(row.text(column)),
                    "returns were taken off the sales: count what was asked for.");
        }
        return Pair.notTooMany(row, column, units);
    }

    /** True and False as 1 and 0; an empty cell is unknown. */
    static WideTable flags(Path path) {
        return read(path, (row, column) -> row.find(column).isEmpty() ? Double.NaN : row.flag(column) ? 1.0 : 0.0);
    }

    private static WideTable read(Path path, BiFunction<CsvRow, Column, Double> cell) {
        try (var table = CsvTable.open(path)) {
            var pair = Pair.Columns.of(table);
            var columns = weekColumns(table);
            var first = columns.firstKey();
            var last = columns.lastEntry();
            int weeks = weeksBetween(table, last.getValue(), first, last.getKey()) + 1;
            refuseJump(table, columns);
            var places = new LinkedHashMap<Column, Integer>();
            columns.forEach((date, column) -> places.put(column, weeksBetween(table, column, first, date)));
            var rows = new LinkedHashMap<Pair, double[]>();
            table.forEach(row -> {
                var cells = new double[weeks];
                Arrays.fill(cells, Double.NaN);
                places.forEach((column, place) -> cells[place] = cell.apply(row, column));
                pair.refuseSecond(row, rows.put(pair.read(row), cells) != null);
            });
            return new WideTable(table.file(), first, weeks, columns.keySet(), rows);
        }
    }

    private static void refuseJump(CsvTable table, TreeMap<LocalDate, Column> columns) {
        var before = columns.firstKey();
        for (var week : columns.keySet()) {
            long missing = ChronoUnit.DAYS.between(before, week) / WEEK - 1;
            if (missing > MOST_MISSING) {
                throw CsvProblem.of(
                        table.file(),
                        1,
                        table.require(week.toString()),
                        "%d weeks are missing between %s and it.".formatted(missing, before),
                        "a year is mistyped, here or there.");
            }
            before = week;
        }
    }

    private static TreeMap<LocalDate, Column> weekColumns(CsvTable table) {
        var columns = new TreeMap<LocalDate, Column>();
        for (var name : table.header()) {
            date(name).ifPresent(it -> columns.put(it, table.require(name)));
            refuseHalfDate(table, name);
        }
        if (columns.isEmpty()) {
            throw CsvProblem.of(
                    table.file(),
                    1,
                    "none of the columns is a week, expected dates such as 2024-04-08.",
                    "weeks are numbered here: name each by its Monday.");
        }
        return columns;
    }

    private static Optional<LocalDate> date(String name) {
        try {
            return Optional.of(LocalDate.parse(name));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    /** What is written like a date and is none would be passed over, and its week with it. */
    private static void refuseHalfDate(CsvTable table, String name) {
        if (date(name).isEmpty() && LIKE_A_DATE.matcher(name).matches()) {
            throw CsvProblem.of(
                    table.file(),
                    1,
                    table.require(name),
                    "expected the Monday of a week such as 2024-04-08, found '%s'.".formatted(name),
                    "there is no such day, or day, month and year stand in another order.");
        }
    }

    private static int weeksBetween(CsvTable table, Column column, LocalDate first, LocalDate date) {
        long days = ChronoUnit.DAYS.between(first, date);
        if (days % WEEK != 0) {
            throw CsvProblem.of(
                    table.file(),
                    1,
                    column,
                    "expected whole weeks after %s, found %d days.".formatted(first, days),
                    "one of the dates is another weekday.");
        }
        if (days / WEEK >= MOST_WEEKS) {
            throw CsvProblem.of(
                    table.file(),
                    1,
                    column,
                    "expected at most %d weeks from %s on, found %d.".formatted(MOST_WEEKS, first, days / WEEK + 1),
                    "a year is mistyped, here or there.");
        }
        return (int) (days / WEEK);
    }

    boolean covers(LocalDate week) {
        return columns.contains(week);
    }

    /** The cell of a week; {@code NaN} when the table does not reach there. */
    double at(double[] cells, LocalDate week) {
        long place = ChronoUnit.DAYS.between(first, week);
        return place % WEEK == 0 && place >= 0 && place / WEEK < weeks ? cells[(int) (place / WEEK)] : Double.NaN;
    }
}
