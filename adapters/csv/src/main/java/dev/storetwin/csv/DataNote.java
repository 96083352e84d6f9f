package dev.storetwin.csv;

import java.util.List;

/**
 * How many lines of a file are of one kind, with a few of them.
 *
 * @param lines    how many
 * @param examples the most telling ones, without anything personal
 */
public record DataNote(NoteKind kind, long lines, List<String> examples) {

    public DataNote {
        examples = List.copyOf(examples);
    }
}
