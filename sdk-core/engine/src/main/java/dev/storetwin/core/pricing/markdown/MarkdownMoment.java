package dev.storetwin.core.pricing.markdown;

/**
 * Where a markdown stands at the beginning of a period.
 *
 * @param period    that begins, from 0
 * @param stock     on the shelf, with what came for this period
 * @param rung      of the price that stands
 * @param movesLeft still allowed; 0 also where moves are not counted
 * @param pause     periods before the price may move again; 0 when it may move now
 */
public record MarkdownMoment(int period, int stock, int rung, int movesLeft, int pause) {

    /** The first moment of a season at its highest price, free to move. */
    public static MarkdownMoment first(MarkdownSeason season) {
        return first(season, 0, 0);
    }

    /** The first moment of a season at a rung, with so many periods to wait before it may move. */
    public static MarkdownMoment first(MarkdownSeason season, int rung, int pause) {
        return new MarkdownMoment(0, season.stock() + season.arrival(0), rung, season.firstMoves(), pause);
    }

    /** Whether rules let the price move now. */
    public boolean isFree(MoveRules rules) {
        return pause == 0 && (movesLeft > 0 || !rules.isCounted());
    }

    /** The next period's beginning after some were sold at the rung of this moment. */
    MarkdownMoment next(int sold, int arrival) {
        return new MarkdownMoment(period + 1, stock - sold + arrival, rung, movesLeft, Math.max(0, pause - 1));
    }
}
