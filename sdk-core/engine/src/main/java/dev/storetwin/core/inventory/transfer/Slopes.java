package dev.storetwin.core.inventory.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/** A convex cost of whole steps as a few pieces, each of one slope: what a network needs of it. */
final class Slopes {

    private static final int SINGLE = 32;

    private Slopes() {}

    /**
     * Steps that cost the same each.
     *
     * @param steps how many
     * @param each  what one of them costs more than the one before it
     */
    record Piece(long steps, double each) {

        Piece with(Piece other) {
            long both = steps + other.steps;
            return new Piece(both, (steps * each + other.steps * other.each) / both);
        }
    }

    /**
     * The pieces from no step to the most, the cheapest first: single steps at the beginning, and longer and longer stretches. Where a cost rises
     * less than before, be it by rounding, neighbours become one piece.
     *
     * @param most steps; none give no piece
     */
    static List<Piece> of(LongToDoubleFunction cost, long most) {
        var slopes = new ArrayList<Piece>();
        double before = cost.applyAsDouble(0);
        long from = 0;
        while (from < most) {
            long to = Math.min(most, from + 1 + from / SINGLE);
            double after = cost.applyAsDouble(to);
            add(slopes, new Piece(to - from, (after - before) / (to - from)));
            before = after;
            from = to;
        }
        return slopes;
    }

    private static void add(List<Piece> slopes, Piece next) {
        var piece = next;
        while (!slopes.isEmpty() && slopes.get(slopes.size() - 1).each() > piece.each()) {
            piece = slopes.remove(slopes.size() - 1).with(piece);
        }
        slopes.add(piece);
    }
}
