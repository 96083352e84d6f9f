package dev.storetwin.core.pricing.markdown;

/** Where the moments of one period of a season stand in a table: by rung, moves left, time to wait and, closest together, stock. */
record MarkdownLayout(int rungs, int moves, int pauses, int stocks) {

    static MarkdownLayout of(MoveRules rules, int rungs, int periods, int stocks) {
        return new MarkdownLayout(
                rungs, rules.firstMoves(rungs, periods) + 1, Math.min(rules.periodsApart(), periods + 1), stocks);
    }

    double count() {
        return (double) rungs * moves * pauses * stocks;
    }

    /** So many moments share a rung. */
    int momentsOfRung() {
        return moves * pauses * stocks;
    }

    int index(int rung, int move, int pause) {
        return ((rung * moves + move) * pauses + pause) * stocks;
    }

    /** Where a rung stands that is asked in a moment of another one: with the moves left and the time to wait of the next period. */
    int asked(int rung, int move, int pause, int asked) {
        return asked == rung
                ? index(rung, move, Math.max(0, pause - 1))
                : index(asked, Math.max(0, move - 1), pauses - 1);
    }

    int move(int movesLeft) {
        return Math.max(0, Math.min(movesLeft, moves - 1));
    }

    int pause(int periods) {
        return Math.min(periods, pauses - 1);
    }
}
