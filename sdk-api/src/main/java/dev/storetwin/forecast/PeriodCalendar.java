package dev.storetwin.forecast;

import java.time.LocalDate;
import java.time.Period;

/**
 * The dates of a series' periods.
 *
 * @param start first day of the first period
 * @param step  from the start of one period to the start of the next: a day, a week, a month
 */
public record PeriodCalendar(LocalDate start, Period step) {

    public PeriodCalendar {
        if (step.isZero() || step.isNegative()) {
            throw new IllegalArgumentException(
                    "A step of %s does not lead from one period to the next.\nMaybe Period.ofDays(1) is meant."
                            .formatted(step));
        }
    }

    public static PeriodCalendar daily(LocalDate start) {
        return new PeriodCalendar(start, Period.ofDays(1));
    }

    public static PeriodCalendar weekly(LocalDate start) {
        return new PeriodCalendar(start, Period.ofWeeks(1));
    }

    public static PeriodCalendar monthly(LocalDate start) {
        return new PeriodCalendar(start, Period.ofMonths(1));
    }

    /** First day of the period at an index, counted from 0. */
    public LocalDate dateOf(int index) {
        return start.plus(step.multipliedBy(index));
    }
}
