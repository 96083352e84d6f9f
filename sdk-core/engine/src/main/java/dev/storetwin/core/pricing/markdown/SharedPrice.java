package dev.storetwin.core.pricing.markdown;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import java.util.ArrayList;
import java.util.List;

/**
 * One falling price for several stores, each with its own stock.
 *
 * <p>How it works: few stores with few units are solved exactly, over all their stocks together. More are bounded from above by what would be earned if each
 * store had a price of its own, and by what one store with all stock and all demand would earn; and two ways to choose the price are played: the rung that
 * is best by the sum of what each store would earn from there, and the rung that the one large store would ask. The better one in half of the courses
 * is taken, and what it earns is measured in the other half.
 *
 * @param policy which price to ask when
 * @param value  expected when the policy is followed
 * @param error  standard error of the value; 0 when it is exact
 * @param bound  nobody earns more than this
 */
public record SharedPrice(ChainPolicy policy, double value, double error, double bound) {

    private static final double MOST_EXACT = 2e6;

    /**
     * Exact where that is little work.
     *
     * @param courses to play otherwise, at least 4
     */
    public static SharedPrice of(ChainSeason season, int courses, long seed) {
        return isSmall(season) ? exact(season) : played(season, courses, seed);
    }

    private static boolean isSmall(ChainSeason season) {
        int rungs = season.prices().size();
        int moves = season.rules().firstMoves(rungs, season.periods()) + 1;
        return JointStock.size(season) * rungs * moves * season.rules().periodsApart() * (season.periods() + 1)
                <= MOST_EXACT;
    }

    /**
     * Over all stocks together.
     *
     * @throws IllegalArgumentException when there are too many
     */
    public static SharedPrice exact(ChainSeason season) {
        if (JointStock.size(season) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "%d stores have too many stocks together to be solved exactly.\nMaybe count in steps of several units."
                            .formatted(season.stores().size()));
        }
        var space = JointStock.of(season);
        var layout = MarkdownLayout.of(season.rules(), season.prices().size(), season.periods(), space.count());
        var tables = new BackwardPass(season.periods(), season.rules(), layout, space).best();
        var first = ChainMoment.first(season);
        double value = tables.values()[0][moment(layout, space, first)];
        return new SharedPrice(at -> tables.choices()[at.period()][moment(layout, space, at)], value, 0, value);
    }

    private static int moment(MarkdownLayout layout, JointStock space, ChainMoment at) {
        return layout.index(at.rung(), layout.move(at.movesLeft()), layout.pause(at.pause()))
                + space.index(at.stocks());
    }

    /** Bounded, and measured on courses. */
    public static SharedPrice played(ChainSeason season, int courses, long seed) {
        var alone = new ArrayList<MarkdownTable>();
        for (int store = 0; store < season.stores().size(); store++) {
            alone.add(MarkdownProgram.solve(season.alone(store)));
        }
        var large = MarkdownProgram.solve(together(season));
        double bound = alone.stream().mapToDouble(MarkdownTable::value).sum();
        if (isPoolingBound(season)) {
            bound = Math.min(bound, large.value());
        }
        var policies = List.<ChainPolicy>of(at -> bySum(season, alone, at), at -> large.rung(at.together()));
        int half = courses / 2;
        var best = mean(season, policies.get(0), 0, half, seed)[0] >= mean(season, policies.get(1), 0, half, seed)[0]
                ? policies.get(0)
                : policies.get(1);
        var measured = mean(season, best, half, courses, seed);
        return new SharedPrice(best, measured[0], measured[1], bound);
    }

    /** By how much at most the policy falls short of the best, as a share of the bound. */
    public double gap() {
        return bound > 0 ? Math.max(0, bound - value) / bound : 0;
    }

    /** Selling more and earlier, as one store does, earns more only where prices fall and no leftover is worth more than the lowest price. */
    private static boolean isPoolingBound(ChainSeason season) {
        double lowest = season.prices().get(season.prices().size() - 1);
        return season.rules().fallingOnly() && season.stores().stream().allMatch(it -> it.salvage() <= lowest);
    }

    private static MarkdownSeason together(ChainSeason season) {
        var table = new ArrayList<List<UnitChances>>();
        for (int period = 0; period < season.periods(); period++) {
            var rungs = new ArrayList<UnitChances>();
            for (int rung = 0; rung < season.prices().size(); rung++) {
                var sum = UnitChances.of(1);
                for (var store : season.stores()) {
                    sum = sum.plus(store.demand().at(period, rung));
                }
                rungs.add(sum);
            }
            table.add(rungs);
        }
        var stores = season.stores();
        return MarkdownSeason.of(
                        season.prices(),
                        new SeasonDemand(table),
                        stores.stream().mapToInt(ChainSeason.Store::stock).sum())
                .withSalvage(stores.stream()
                        .mapToDouble(ChainSeason.Store::salvage)
                        .max()
                        .orElseThrow())
                .withHolding(stores.stream()
                        .mapToDouble(ChainSeason.Store::holding)
                        .min()
                        .orElseThrow())
                .withRules(season.rules());
    }

    private static int bySum(ChainSeason season, List<MarkdownTable> alone, ChainMoment at) {
        int best = at.rung();
        double value = Double.NEGATIVE_INFINITY;
        for (int rung : at.open(season.rules(), season.prices().size())) {
            double sum = 0;
            for (int store = 0; store < alone.size(); store++) {
                sum += alone.get(store).value(at.of(store), rung);
            }
            if (sum > value) {
                value = sum;
                best = rung;
            }
        }
        return best;
    }

    /** Mean of what is earned in some courses, and its standard error. */
    private static double[] mean(ChainSeason season, ChainPolicy policy, int from, int to, long seed) {
        var draws = Draws.of(seed);
        double sum = 0;
        double squares = 0;
        for (int course = from; course < to; course++) {
            double value = play(season, policy, draws.keyed("chain-course", "", course));
            sum += value;
            squares += value * value;
        }
        double mean = sum / (to - from);
        double variance = Math.max(0, squares / (to - from) - mean * mean);
        return new double[] {mean, Math.sqrt(variance / (to - from))};
    }

    private static double play(ChainSeason season, ChainPolicy policy, Draw chance) {
        var at = ChainMoment.first(season);
        double value = 0;
        while (at.period() < season.periods()) {
            int rung = policy.rung(at);
            var left = new ArrayList<Integer>();
            for (int store = 0; store < season.stores().size(); store++) {
                var shelf = season.stores().get(store);
                int wanted = shelf.demand().at(at.period(), rung).quantile(chance.nextOpenDouble());
                int sold = Math.min(wanted, at.stocks().get(store));
                left.add(at.stocks().get(store) - sold);
                value += season.prices().get(rung) * sold - shelf.holding() * left.get(store);
            }
            at = at.next(season.rules(), rung, left);
        }
        for (int store = 0; store < season.stores().size(); store++) {
            value += season.stores().get(store).salvage() * at.stocks().get(store);
        }
        return value;
    }
}
