package dev.storetwin.core.forecast.global;

import dev.storetwin.forecast.PeriodCalendar;
import java.time.Period;
import java.util.List;
import java.util.TreeSet;

/** The cycles that a panel may follow: those that its series name, that their calendar has, and those of the trade. */
final class Cycles {

    private static final int MOST = 4;

    private Cycles() {}

    /** Lengths in periods, ascending. */
    static List<Integer> of(List<History> panel) {
        var named = new TreeSet<Integer>();
        for (var history : panel) {
            named.addAll(history.series().seasonality().periods());
            history.series().calendar().ifPresent(it -> named.addAll(ofCalendar(it)));
        }
        var cycles = named.isEmpty() ? List.of(12, 52) : List.copyOf(named);
        return cycles.subList(0, Math.min(MOST, cycles.size()));
    }

    private static List<Integer> ofCalendar(PeriodCalendar calendar) {
        var step = calendar.step();
        if (step.equals(Period.ofDays(1))) {
            return List.of(7, 364);
        }
        if (step.equals(Period.ofDays(7))) {
            return List.of(52);
        }
        return step.toTotalMonths() == 1 ? List.of(12) : List.of();
    }
}
