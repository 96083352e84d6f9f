package dev.storetwin.cli.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Where a time axis is marked: days, weeks or months, so that about five to eight marks fit. */
final class TimeMarks {

    private static final int MOST = 7;
    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120};

    private TimeMarks() {}

    /** One mark with its label. */
    record Mark(LocalDate day, String label) {}

    static List<Mark> marks(LocalDate first, LocalDate last) {
        long span = last.toEpochDay() - first.toEpochDay();
        for (int step : DAYS) {
            if (span <= (long) step * MOST) {
                return days(first, last, step);
            }
        }
        for (int step : MONTHS) {
            if (span <= step * 30.5 * MOST) {
                return months(first, last, step);
            }
        }
        return List.of(new Mark(first, Figures.date(first)));
    }

    private static List<Mark> days(LocalDate first, LocalDate last, int step) {
        var marks = new ArrayList<Mark>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(step)) {
            marks.add(new Mark(day, Figures.day(day)));
        }
        return marks;
    }

    private static List<Mark> months(LocalDate first, LocalDate last, int step) {
        var marks = new ArrayList<Mark>();
        var day = first.withDayOfMonth(1).minusMonths((first.getMonthValue() - 1) % Math.min(step, 12));
        for (; !day.isAfter(last); day = day.plusMonths(step)) {
            if (!day.isBefore(first)) {
                marks.add(new Mark(
                        day, marks.isEmpty() || day.getMonthValue() == 1 ? monthAndYear(day) : Figures.month(day)));
            }
        }
        return marks;
    }

    private static String monthAndYear(LocalDate day) {
        return Figures.month(day) + " " + day.getYear();
    }
}
