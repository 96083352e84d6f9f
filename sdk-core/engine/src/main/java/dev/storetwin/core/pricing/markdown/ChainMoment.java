package dev.storetwin.core.pricing.markdown;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a chain stands at the beginning of a period.
 *
 * @param period    that begins, from 0
 * @param stocks    on the shelves of each store
 * @param rung      of the price that stands in all of them
 * @param movesLeft still allowed; 0 also where moves are not counted
 * @param pause     periods before the price may move again; 0 when it may move now
 */
public record ChainMoment(int period, List<Integer> stocks, int rung, int movesLeft, int pause) {

    public ChainMoment {
        stocks = List.copyOf(stocks);
    }

    /** The first moment of a season at its highest price, free to move. */
    public static ChainMoment first(ChainSeason season) {
        int moves = season.rules().firstMoves(season.prices().size(), season.periods());
        return new ChainMoment(
                0, season.stores().stream().map(ChainSeason.Store::stock).toList(), 0, moves, 0);
    }

    /** One store of it. */
    MarkdownMoment of(int store) {
        return with(stocks.get(store));
    }

    /** All stores as if they were one. */
    MarkdownMoment together() {
        return with(stocks.stream().mapToInt(Integer::intValue).sum());
    }

    private MarkdownMoment with(int stock) {
        return new MarkdownMoment(period, stock, rung, movesLeft, pause);
    }

    /** The rungs that rules let be asked now. */
    int[] open(MoveRules rules, int rungs) {
        return with(0).isFree(rules)
                ? IntStream.range(0, rungs).filter(it -> rules.allows(rung, it)).toArray()
                : new int[] {rung};
    }

    /** The next period's beginning when a rung was asked and so much is left. */
    ChainMoment next(MoveRules rules, int asked, List<Integer> left) {
        var moved = rules.moved(with(0), asked).next(0, 0);
        return new ChainMoment(period + 1, left, asked, moved.movesLeft(), moved.pause());
    }
}
