package dev.storetwin.core.guardrail.sheet;

import java.util.ArrayList;
import java.util.List;

/** One line of DRL under construction, which remembers of what cell each of its characters came. */
final class RuleLine {

    /**
     * A part that came of one cell.
     *
     * @param end      after its last character, from 0
     * @param cell     its number
     * @param ofHeader whether it stands in the header
     */
    record Part(int end, int cell, boolean ofHeader) {}

    private static final Part NAME = new Part(0, 1, false);

    private final StringBuilder text = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();

    void add(String piece, int cell, boolean ofRow) {
        text.append(piece);
        parts.add(new Part(text.length(), cell, !ofRow));
    }

    /** What belongs to the rule as such. */
    void add(String piece) {
        add(piece, NAME.cell(), true);
    }

    /** The part at a column from 1. */
    Part at(int column) {
        return parts.stream().filter(it -> column <= it.end()).findFirst().orElse(NAME);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
