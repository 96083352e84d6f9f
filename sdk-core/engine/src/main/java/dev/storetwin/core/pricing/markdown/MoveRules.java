package dev.storetwin.core.pricing.markdown;

/**
 * How a price may move.
 *
 * @param mostMoves   so many times at most; {@link #UNLIMITED} for as often as one likes
 * @param periodsApart from one move to the next at least; 1 for in every period
 * @param fallingOnly  whether it may never rise again
 */
public record MoveRules(int mostMoves, int periodsApart, boolean fallingOnly) {

    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Down at any time, never up. */
    public static final MoveRules FALLING = new MoveRules(UNLIMITED, 1, true);

    /** Up and down at any time. */
    public static final MoveRules FREE = new MoveRules(UNLIMITED, 1, false);

    public MoveRules {
        if (mostMoves < 0 || periodsApart < 1) {
            throw new IllegalArgumentException("mostMoves (%d) must not be negative, periodsApart (%d) at least 1."
                    .formatted(mostMoves, periodsApart));
        }
    }

    public MoveRules withMostMoves(int moves) {
        return new MoveRules(moves, periodsApart, fallingOnly);
    }

    public MoveRules withPeriodsApart(int periods) {
        return new MoveRules(mostMoves, periods, fallingOnly);
    }

    boolean isCounted() {
        return mostMoves != UNLIMITED;
    }

    /** Moves that are left at the beginning, as far as they can matter; 0 where they are not counted. */
    int firstMoves(int rungs, int periods) {
        int useful = fallingOnly ? Math.min(rungs - 1, periods) : periods;
        return isCounted() ? Math.min(mostMoves, useful) : 0;
    }

    boolean allows(int from, int to) {
        return from == to || !fallingOnly || to > from;
    }

    /** The moment after a move to a rung, as far as rules go. */
    MarkdownMoment moved(MarkdownMoment at, int rung) {
        return rung == at.rung()
                ? at
                : new MarkdownMoment(at.period(), at.stock(), rung, isCounted() ? at.movesLeft() - 1 : 0, periodsApart);
    }
}
