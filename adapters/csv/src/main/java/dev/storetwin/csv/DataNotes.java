package dev.storetwin.csv;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a file of order lines holds and how it was understood.
 *
 * @param file    its name
 * @param columns which column plays which role
 * @param lines   all lines but the header
 * @param sales   lines that are demand
 * @param orders  orders with such lines
 * @param skus    goods with such lines
 * @param first   time of the first of them
 * @param last    time of the last of them
 * @param notes   everything else, in order of {@link NoteKind}
 */
public record DataNotes(
        String file,
        String columns,
        long lines,
        long sales,
        long orders,
        long skus,
        Optional<Instant> first,
        Optional<Instant> last,
        List<DataNote> notes) {

    public DataNotes {
        notes = List.copyOf(notes);
    }

    /** How many lines are of one kind. */
    public long count(NoteKind kind) {
        return find(kind).map(DataNote::count).orElse(0L);
    }

    public Optional<DataNote> find(NoteKind kind) {
        return notes.stream().filter(it -> it.kind() == kind).findFirst();
    }
}
