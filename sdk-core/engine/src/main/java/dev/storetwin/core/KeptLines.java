package dev.storetwin.core;

import dev.storetwin.inventory.SkuAtNode;
import dev.storetwin.type.Sku;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lines of an earlier plan that hold still, in the places of the pairs of the next one. */
final class KeptLines {

    private final @Nullable PlanLine[] lines;

    /** @param lines null where a pair has to be decided */
    KeptLines(@Nullable PlanLine[] lines) {
        this.lines = lines;
    }

    /**
     * Those that nothing has happened to.
     *
     * @param before  in the same order as the pairs: either the same ones, or both sorted
     * @param changed by the name that a pair has
     */
    static KeptLines of(List<PlanLine> before, List<SkuAtNode> pairs, Predicate<Sku> changed) {
        var kept = new PlanLine[pairs.size()];
        int next = 0;
        for (int i = 0; i < kept.length; i++) {
            int found = find(before, next, pairs.get(i));
            if (found >= 0) {
                kept[i] = holds(before.get(found), changed) ? before.get(found) : null;
                next = found + 1;
            }
        }
        return new KeptLines(kept);
    }

    private static int find(List<PlanLine> before, int from, SkuAtNode pair) {
        int place = from;
        while (place < before.size() && !before.get(place).pair().equals(pair)) {
            if (before.get(place).pair().compareTo(pair) > 0) {
                return -1;
            }
            place++;
        }
        return place < before.size() ? place : -1;
    }

    private static boolean holds(PlanLine line, Predicate<Sku> changed) {
        return line.isSettled() && !changed.test(line.pair().sku());
    }

    /** All lines, for filling in. */
    List<PlanLine> all() {
        return Arrays.asList(lines.clone());
    }

    /** Where there is none. */
    int[] without() {
        return IntStream.range(0, lines.length).filter(i -> lines[i] == null).toArray();
    }
}
