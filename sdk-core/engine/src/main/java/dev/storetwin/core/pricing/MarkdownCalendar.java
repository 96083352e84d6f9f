package dev.storetwin.core.pricing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days of a markdown, cut into periods in which its price stands: of a day each when it is short, else of whole weeks. The last may be shorter.
 *
 * @param today the first day
 * @param until the day after the last
 * @param days  in a period
 */
record MarkdownCalendar(LocalDate today, LocalDate until, int days) {

    private static final int FEW_DAYS = 14;
    private static final int WEEK = 7;
    private static final int MOST_PERIODS = 26;

    static MarkdownCalendar of(LocalDate today, LocalDate until) {
        int all = (int) ChronoUnit.DAYS.between(today, until);
        int weeks = (all + WEEK * MOST_PERIODS - 1) / (WEEK * MOST_PERIODS);
        return new MarkdownCalendar(today, until, all <= FEW_DAYS ? 1 : WEEK * weeks);
    }

    int allDays() {
        return (int) ChronoUnit.DAYS.between(today, until);
    }

    int periods() {
        return (allDays() + days - 1) / days;
    }

    /** The first day of a period, counted from today; of the one after the last, all days. */
    int from(int period) {
        return Math.min(allDays(), period * days);
    }

    LocalDate date(int period) {
        return today.plusDays(from(period));
    }

    /** So many days, in whole periods. */
    int periodsIn(int someDays) {
        return Math.max(1, (someDays + days - 1) / days);
    }
}
