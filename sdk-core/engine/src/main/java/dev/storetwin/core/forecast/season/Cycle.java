package dev.storetwin.core.forecast.season;

import java.util.List;

/**
 * How long a season lasts. A year is no whole number of weeks or days: 28 years are 1461 weeks, 4 years 1461 days.
 *
 * @param span  periods after which the season repeats itself exactly
 * @param turns how many cycles these are
 */
record Cycle(int span, int turns) {

    private static final int DAYS_OF_WEEK = 7;

    static final Cycle YEAR_OF_WEEKS = new Cycle(1461, 28);
    static final Cycle YEAR_OF_DAYS = new Cycle(1461, 4);

    static Cycle of(int period) {
        return new Cycle(period, 1);
    }

    /** What somebody who names a period may mean: 52 is a year in weeks, more or less. */
    static List<Cycle> meant(int period) {
        return switch (period) {
            case 52 -> List.of(of(52), YEAR_OF_WEEKS);
            case 365 -> List.of(YEAR_OF_DAYS, of(365));
            default -> List.of(of(period));
        };
    }

    /** Of a series about which nothing was said: quarters, days, months, hours or weeks. */
    static List<Cycle> unnamed(int... named) {
        return named.length > 0 ? List.of() : List.of(of(4), of(7), of(12), of(24), YEAR_OF_WEEKS);
    }

    /** The cycle that the calendar puts above another one. */
    static List<Cycle> above(double length) {
        if (length == DAYS_OF_WEEK) {
            return List.of(YEAR_OF_DAYS);
        }
        boolean day = length == 24 || length == 48 || length == 96;
        return day ? List.of(of(DAYS_OF_WEEK * (int) length)) : List.of();
    }

    /** To the nearest whole period. */
    int period() {
        return (span + turns / 2) / turns;
    }

    double length() {
        return (double) span / turns;
    }

    /** Waves of different shape that a cycle has: its own and those that go several times into it. */
    int harmonics() {
        return (int) (length() / 2);
    }
}
