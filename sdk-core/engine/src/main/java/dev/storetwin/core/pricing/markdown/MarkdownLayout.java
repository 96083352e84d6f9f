package dev.storetwin.core.pricing.markdown;

import java.util.Arrays;

/**
 * Where the moments of one period of a season stand in a table: by rung, moves left, time to wait and, closest together, stock.
 *
 * @param reaches the most units at the beginning of each period
 */
record MarkdownLayout(int rungs, int moves, int pauses, int stocks, int[] reaches) {

    static MarkdownLayout of(MarkdownSeason season) {
        var reaches = new int[season.periods() + 1];
        for (int period = 0; period < reaches.length; period++) {
            reaches[period] = season.arrival(period) + (period == 0 ? season.stock() : reaches[period - 1]);
        }
        return new MarkdownLayout(
                season.rungs(),
                season.firstMoves() + 1,
                Math.min(season.rules().periodsApart(), season.periods() + 1),
                reaches[reaches.length - 1] + 1,
                reaches);
    }

    double count() {
        return (double) rungs * moves * pauses * stocks;
    }

    int reach(int period) {
        return reaches[period];
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

    int move(MarkdownMoment at) {
        return Math.max(0, Math.min(at.movesLeft(), moves - 1));
    }

    int pause(MarkdownMoment at) {
        return Math.min(at.pause(), pauses - 1);
    }

    @Override
    public String toString() {
        return "%d rungs, %d moves, %d pauses, up to %s units"
                .formatted(rungs, moves, pauses, Arrays.toString(reaches));
    }
}
