package dev.storetwin.core.forecast.effects;

import java.time.LocalDate;

/**
 * A day that is not like others. What happens every year has the same name every time.
 *
 * @param name such as {@code Easter}
 */
public record CalendarEvent(LocalDate date, String name) {

    public CalendarEvent {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The event of %s needs a name.".formatted(date));
        }
    }
}
