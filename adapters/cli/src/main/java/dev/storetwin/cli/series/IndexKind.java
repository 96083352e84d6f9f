package dev.storetwin.cli.series;

import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.Numbers;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the index of a file counts. */
public enum IndexKind {
    /** Periods, by number. */
    NUMBER {
        @Override
        public long parse(CsvRow row, Column column, String text) {
            refuseOther(
                    row, column, text, of(text) == DATE && Numbers.parse(text).isEmpty(), "a whole number");
            return row.whole(column);
        }

        @Override
        PeriodGrid grid(Collection<SeriesRows> series) {
            return PeriodGrid.NUMBERS;
        }
    },
    /** Days; a month stands for its first. */
    DATE {
        @Override
        public long parse(CsvRow row, Column column, String text) {
            refuseOther(row, column, text, of(text) == NUMBER, "a date such as 2024-03-31");
            if (MONTH.matcher(text).matches()) {
                return month(row, column, text);
            }
            return row.findDate(Optional.of(column)).orElseThrow().toEpochDay();
        }

        @Override
        PeriodGrid grid(Collection<SeriesRows> series) {
            long step =
                    series.stream().mapToLong(SeriesRows::smallestStep).min().orElse(1);
            return PeriodGrid.ofDays(step == Long.MAX_VALUE ? 1 : step);
        }
    };

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}(\\.0*)?");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    /** Told by the first index of the file. */
    public static IndexKind of(String text) {
        return WHOLE.matcher(text).matches() ? NUMBER : DATE;
    }

    /** A place on a line of whole numbers: the number itself, or the day since 1970. */
    public abstract long parse(CsvRow row, Column column, String text);

    abstract PeriodGrid grid(Collection<SeriesRows> series);

    /** The first row says what all are. */
    private static void refuseOther(CsvRow row, Column column, String text, boolean isOther, String expected) {
        if (isOther) {
            throw row.problem(
                    column,
                    "expected %s as in the first row, found '%s'.".formatted(expected, text),
                    "it is a typing error, here or in the first row: all are numbers or all are dates.");
        }
    }

    private static long month(CsvRow row, Column column, String text) {
        try {
            return YearMonth.parse(text).atDay(1).toEpochDay();
        } catch (DateTimeParseException noMonth) {
            throw row.problem(
                    column,
                    "expected a month such as 2024-03, found '%s'.".formatted(text),
                    "day and year are swapped.");
        }
    }
}
