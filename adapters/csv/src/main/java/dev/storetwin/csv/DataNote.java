package dev.storetwin.csv;

import java.util.List;

/**
 * How many lines (or codes, or numbers) of a file are of one kind, with a few of them.
 *
 * @param count    how many, in the unit of the kind
 * @param examples the most telling ones, without anything personal
 */
public record DataNote(NoteKind kind, long count, List<String> examples) {

    public DataNote {
        examples = List.copyOf(examples);
    }
}
