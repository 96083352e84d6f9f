package dev.storetwin.core.forecast.effects;

import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.Regressors;
import dev.storetwin.forecast.TimeSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * Events by name in columns: the number of days of an event in each period, whether a period is a day, a week or a month. Days before
 * and after an event have columns of their own, named {@code Easter-1} and {@code Easter+1}.
 *
 * @param events in any order
 * @param lead   days before an event that may feel it
 * @param lag    days after an event that may feel it
 */
public record EventColumns(List<CalendarEvent> events, int lead, int lag) {

    public EventColumns {
        events = List.copyOf(events);
        if (lead < 0 || lag < 0) {
            throw new IllegalArgumentException("lead (%d) and lag (%d) must not be negative.".formatted(lead, lag));
        }
    }

    public static EventColumns of(List<CalendarEvent> events) {
        return new EventColumns(events, 0, 0);
    }

    /**
     * The series with a column more for each event; as it was, when it has no dates.
     *
     * @param horizon periods after the history that are to be covered
     */
    public TimeSeries onto(TimeSeries series, int horizon) {
        return series.calendar()
                .map(calendar -> series.withRegressors(onto(series.regressors(), calendar, series.size() + horizon)))
                .orElse(series);
    }

    private Regressors onto(Regressors regressors, PeriodCalendar calendar, int periods) {
        var columns = new TreeMap<String, double[]>();
        for (var event : events) {
            for (int shift = -lead; shift <= lag; shift++) {
                int period = periodOf(event.date().plusDays(shift), calendar, periods);
                if (period >= 0) {
                    columns.computeIfAbsent(nameOf(event, shift), name -> new double[periods])[period]++;
                }
            }
        }
        var all = regressors;
        for (var column : columns.entrySet()) {
            all = all.with(column.getKey(), column.getValue());
        }
        return all;
    }

    private static String nameOf(CalendarEvent event, int shift) {
        return shift == 0 ? event.name() : "%s%+d".formatted(event.name(), shift);
    }

    /** By bisection; -1 when the date is in none of the periods. */
    private static int periodOf(LocalDate date, PeriodCalendar calendar, int periods) {
        if (date.isBefore(calendar.start()) || !date.isBefore(calendar.dateOf(periods))) {
            return -1;
        }
        int low = 0;
        int high = periods - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (calendar.dateOf(middle).isAfter(date)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }
}
