package dev.storetwin.cli.series;

import dev.storetwin.core.forecast.effects.CalendarEvent;
import dev.storetwin.core.forecast.effects.EventColumns;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.csv.CsvTable;
import dev.storetwin.forecast.TimeSeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of days that are not like others: {@code date,name}. What comes every year has the same name every time. */
public final class EventFile {

    private final List<CalendarEvent> events;

    private EventFile(List<CalendarEvent> events) {
        this.events = events;
    }

    /**
     * Reads a whole file.
     *
     * @param series what the events are for
     * @throws CsvProblem with file, line and column of what cannot be used
     */
    public static EventFile read(Path file, SeriesFile series) {
        try (var table = CsvTable.open(file)) {
            var date = table.require("date");
            var name = table.require("name");
            var events = new ArrayList<CalendarEvent>();
            table.forEach(row -> {
                row.require(date);
                var event = row.require(name);
                if (series.columns().contains(event)) {
                    throw row.problem(
                            name,
                            "'%s' is a column of %s already.".formatted(event, series.file()),
                            "another name tells them apart.");
                }
                events.add(new CalendarEvent(row.findDate(Optional.of(date)).orElseThrow(), event));
            });
            if (!series.isDated()) {
                throw CsvProblem.of(
                        table.file(),
                        "the index of %s counts periods, and events need dates.".formatted(series.file()),
                        "the index can be written as 2024-03-31.");
            }
            return new EventFile(events);
        }
    }

    /** The series with a column more for each event that falls into it. */
    public List<TimeSeries> onto(List<TimeSeries> series, int horizon) {
        var columns = EventColumns.of(events);
        return series.stream().map(it -> columns.onto(it, horizon)).toList();
    }

    /** What to tell. */
    public String note() {
        long names = events.stream().map(CalendarEvent::name).distinct().count();
        return "--events: %d days of %d events.".formatted(events.size(), names);
    }
}
