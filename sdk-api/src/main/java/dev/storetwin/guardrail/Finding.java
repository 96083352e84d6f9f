package dev.storetwin.guardrail;

import java.util.Comparator;

/**
 * One thing that is wrong with a rule file.
 *
 * @param file    its name
 * @param line    from 1; 0 when it concerns the whole file
 * @param column  from 1; in a {@code .csv} the number of the cell; 0 when only the line is known
 * @param problem what is wrong
 * @param hint    what to try; may be empty
 */
public record Finding(String file, int line, int column, String problem, String hint) implements Comparable<Finding> {

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::file)
            .thenComparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(Finding::problem);

    /** The same in another place of its file. */
    public Finding at(int otherLine, int otherColumn) {
        return new Finding(file, otherLine, otherColumn, problem, hint);
    }

    @Override
    public int compareTo(Finding other) {
        return BY_PLACE.compare(this, other);
    }

    /** For example {@code margin-floor.drl:7:13: PriceChange has no field 'pric'. Maybe 'price'?} */
    @Override
    public String toString() {
        return "%s:%d:%d: %s%s".formatted(file, line, column, problem, hint.isEmpty() ? "" : " " + hint);
    }
}
