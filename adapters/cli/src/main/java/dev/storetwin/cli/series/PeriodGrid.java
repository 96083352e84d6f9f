package dev.storetwin.cli.series;

import dev.storetwin.forecast.PeriodCalendar;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The steps from one period to the next.
 *
 * @param step of dates; empty when periods are numbered
 */
record PeriodGrid(Optional<Period> step) {

    static final PeriodGrid NUMBERS = new PeriodGrid(Optional.empty());

    /** The calendar unit that a smallest step of so many days comes from. */
    static PeriodGrid ofDays(long days) {
        if (days >= 28 && days <= 31) {
            return new PeriodGrid(Optional.of(Period.ofMonths(1)));
        }
        if (days >= 89 && days <= 92) {
            return new PeriodGrid(Optional.of(Period.ofMonths(3)));
        }
        if (days >= 365 && days <= 366) {
            return new PeriodGrid(Optional.of(Period.ofYears(1)));
        }
        return new PeriodGrid(Optional.of(Period.ofDays(Math.toIntExact(days))));
    }

    /** Which period after the first a place is; empty when it lies between two. */
    OptionalLong period(long first, long place) {
        if (step.isEmpty()) {
            return OptionalLong.of(place - first);
        }
        long months = step.get().toTotalMonths();
        if (months > 0) {
            var from = LocalDate.ofEpochDay(first).withDayOfMonth(1);
            long apart =
                    ChronoUnit.MONTHS.between(from, LocalDate.ofEpochDay(place).withDayOfMonth(1));
            return apart % months == 0 ? OptionalLong.of(apart / months) : OptionalLong.empty();
        }
        long days = place - first;
        return days % step.get().getDays() == 0
                ? OptionalLong.of(days / step.get().getDays())
                : OptionalLong.empty();
    }

    Optional<PeriodCalendar> calendar(long first) {
        return step.map(it -> new PeriodCalendar(LocalDate.ofEpochDay(first), it));
    }
}
