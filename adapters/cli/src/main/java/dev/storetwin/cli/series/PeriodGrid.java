package dev.storetwin.cli.series;

import dev.storetwin.forecast.PeriodCalendar;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The steps from one period to the next: so many months, or so many days, or neither when periods are numbered.
 *
 * @param months of one step
 * @param days   of one step
 */
record PeriodGrid(int months, int days) {

    static final PeriodGrid NUMBERS = new PeriodGrid(0, 0);

    /** The calendar unit that a smallest step of so many days comes from. */
    static PeriodGrid ofDays(long days) {
        if (days >= 28 && days <= 31) {
            return new PeriodGrid(1, 0);
        }
        if (days >= 89 && days <= 92) {
            return new PeriodGrid(3, 0);
        }
        if (days >= 365 && days <= 366) {
            return new PeriodGrid(12, 0);
        }
        return new PeriodGrid(0, Math.toIntExact(days));
    }

    /** Which period after the first a place is; empty when it lies between two. */
    OptionalLong period(long first, long place) {
        if (months > 0) {
            var from = LocalDate.ofEpochDay(first).withDayOfMonth(1);
            var to = LocalDate.ofEpochDay(place).withDayOfMonth(1);
            return whole(ChronoUnit.MONTHS.between(from, to), months);
        }
        return days > 0 ? whole(place - first, days) : OptionalLong.of(place - first);
    }

    private static OptionalLong whole(long distance, long step) {
        return distance % step == 0 ? OptionalLong.of(distance / step) : OptionalLong.empty();
    }

    Optional<PeriodCalendar> calendar(long first) {
        if (this.equals(NUMBERS)) {
            return Optional.empty();
        }
        var step = months > 0 ? Period.ofMonths(months) : Period.ofDays(days);
        return Optional.of(new PeriodCalendar(LocalDate.ofEpochDay(first), step));
    }

    /** For example {@code 7 days}. */
    String step() {
        return months > 0 ? months + " months" : days + " days";
    }
}
