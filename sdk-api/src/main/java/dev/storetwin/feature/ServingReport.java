package dev.storetwin.feature;

import java.util.List;

/**
 * What came of computing served vectors again from what was known when they were served.
 *
 * @param vectors     that were computed again
 * @param values      of these vectors that were compared
 * @param told        of these vectors' values, those that a room had published: they are not computed, so not compared
 * @param differences values that came out otherwise
 * @param unknown     vectors of a set that was not named
 * @param forgotten   vectors of a state that is not kept any more
 * @param lost        vectors that were served but had no room in the log, since the twin was opened
 * @param first       the first differences
 */
public record ServingReport(
        long vectors,
        long values,
        long told,
        long differences,
        long unknown,
        long forgotten,
        long lost,
        List<ServedDifference> first) {

    public ServingReport {
        first = List.copyOf(first);
    }

    /** Whether everything that could be compared came out the same, to the bit. */
    public boolean isSame() {
        return differences == 0;
    }
}
