package dev.storetwin.guardrail;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The moment of the question in the shop's own time.
 *
 * @param at   the instant
 * @param date the day
 * @param time the time of day
 * @param day  the day of the week
 */
public record Moment(Instant at, LocalDate date, LocalTime time, DayOfWeek day) implements Fact {

    public static Moment of(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        return new Moment(at, local.toLocalDate(), local.toLocalTime(), local.getDayOfWeek());
    }
}
