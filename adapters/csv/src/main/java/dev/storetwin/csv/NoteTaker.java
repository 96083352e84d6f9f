package dev.storetwin.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts lines by kind and keeps the examples that weigh most; of equal weight, the first. */
final class NoteTaker {

    private static final int EXAMPLES = 5;

    private final Map<NoteKind, Tally> tallies = new EnumMap<>(NoteKind.class);

    void note(NoteKind kind, Supplier<String> example) {
        note(kind, 0, example);
    }

    void note(NoteKind kind, long weight, Supplier<String> example) {
        tallies.computeIfAbsent(kind, it -> new Tally()).add(1, weight, example);
    }

    /** Many lines that one example stands for. */
    void noteAll(NoteKind kind, long lines, String example) {
        tallies.computeIfAbsent(kind, it -> new Tally()).add(lines, lines, () -> example);
    }

    List<DataNote> notes() {
        return tallies.entrySet().stream()
                .map(it -> new DataNote(
                        it.getKey(), it.getValue().lines, it.getValue().examples()))
                .toList();
    }

    long count(NoteKind kind) {
        return notes().stream()
                .filter(it -> it.kind() == kind)
                .mapToLong(DataNote::count)
                .sum();
    }

    private record Example(long weight, String text) {}

    private static final class Tally {

        private final List<Example> kept = new ArrayList<>();
        private long lines;

        void add(long more, long weight, Supplier<String> example) {
            lines += more;
            if (kept.size() < EXAMPLES || weight > kept.get(EXAMPLES - 1).weight()) {
                keep(new Example(weight, example.get()));
            }
        }

        private void keep(Example example) {
            if (kept.stream().anyMatch(it -> it.text().equals(example.text()))) {
                return;
            }
            kept.add(example);
            kept.sort(Comparator.comparingLong(Example::weight).reversed());
            if (kept.size() > EXAMPLES) {
                kept.remove(EXAMPLES);
            }
        }

        List<String> examples() {
            return kept.stream().map(Example::text).toList();
        }
    }
}
