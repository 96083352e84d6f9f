package dev.storetwin.cli.plan;

import dev.storetwin.cli.report.Input;
import dev.storetwin.cli.report.InputNote;
import dev.storetwin.csv.DataNote;
import dev.storetwin.csv.DataNotes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a file of order lines was understood, for the report. */
public final class InputNotes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private InputNotes() {}

    public static Input of(DataNotes notes, ZoneId zone) {
        var span = notes.first().map(it -> ", %s to %s"
                .formatted(day(it, zone), day(notes.last().orElse(it), zone)));
        var sentence = String.format(
                Locale.ROOT,
                "%,d sales of %,d SKUs in %,d orders, out of %,d lines of %s%s.",
                notes.sales(),
                notes.skus(),
                notes.orders(),
                notes.lines(),
                notes.file(),
                span.orElse(""));
        return new Input(sentence, notes.notes().stream().map(InputNotes::note).toList());
    }

    private static String day(Instant moment, ZoneId zone) {
        return DAY.format(moment.atZone(zone));
    }

    private static InputNote note(DataNote note) {
        var kind = note.kind();
        return new InputNote(kind.what(), note.count(), kind.unit(), kind.handling(), note.examples());
    }
}
