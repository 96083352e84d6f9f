package dev.storetwin.monitor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The key figures of a span of days.
 *
 * @param from  the first day
 * @param until the first day after it
 */
public record KpiScorecard(LocalDate from, LocalDate until, List<Kpi> figures) {

    public KpiScorecard {
        figures = List.copyOf(figures);
    }

    /** Empty when there is no such figure. */
    public Optional<Kpi> figure(String name) {
        return figures.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
