package dev.storetwin.core.inventory;

import java.time.LocalDate;

/**
 * Days on which a supplier neither takes orders nor delivers: holidays, a summer break, a stock-taking.
 *
 * @param first of them
 * @param last  of them
 */
public record Closure(LocalDate first, LocalDate last) {

    private static final int LONGEST_DAYS = 366;

    public Closure {
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS))) {
            throw new IllegalArgumentException(
                    "A closure from %s to %s must last between a day and a year.\nMaybe the two are the wrong way round."
                            .formatted(first, last));
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
