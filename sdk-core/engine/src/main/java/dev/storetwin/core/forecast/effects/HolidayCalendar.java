package dev.storetwin.core.forecast.effects;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Days on which shops in Europe and America sell more or less than on others. */
public final class HolidayCalendar {

    private HolidayCalendar() {}

    /**
     * New Year, Easter, Black Friday and Christmas.
     *
     * @param from first year
     * @param to   last year
     */
    public static List<CalendarEvent> western(int from, int to) {
        var events = new ArrayList<CalendarEvent>();
        for (int year = from; year <= to; year++) {
            events.add(new CalendarEvent(LocalDate.of(year, Month.JANUARY, 1), "New Year"));
            events.add(new CalendarEvent(easter(year), "Easter"));
            events.add(new CalendarEvent(blackFriday(year), "Black Friday"));
            events.add(new CalendarEvent(LocalDate.of(year, Month.DECEMBER, 25), "Christmas"));
        }
        return List.copyOf(events);
    }

    /** Easter Sunday of the Gregorian calendar (the computus of Meeus, Jones and Butcher). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int moonShift = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - moonShift + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }

    /** The day after Thanksgiving, the fourth Thursday of November. */
    static LocalDate blackFriday(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
                .plusDays(1);
    }
}
