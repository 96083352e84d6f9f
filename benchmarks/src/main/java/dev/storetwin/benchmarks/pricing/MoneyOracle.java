package dev.storetwin.benchmarks.pricing;

import dev.storetwin.benchmarks.pricing.MoneyShop.Thing;
import dev.storetwin.core.pricing.markdown.MarkdownMoment;
import dev.storetwin.core.pricing.markdown.MarkdownProgram;
import dev.storetwin.core.pricing.markdown.MarkdownSeason;
import dev.storetwin.core.pricing.markdown.MarkdownTable;
import dev.storetwin.core.pricing.markdown.MoveRules;
import dev.storetwin.core.pricing.markdown.SeasonDemand;
import dev.storetwin.core.pricing.markdown.UnitChances;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The best markdown of who knows how a thing sells, how its demand answers to price and what its season does, and neither the shocks of weeks to come
 * nor their luck. It has the ladder and the moves that the twin has, so what it earns is what there is to earn.
 */
final class MoneyOracle {

    private static final double CUT = .05;
    private static final double LOWEST = 1.0 / 3;
    private static final double MOST_STEPS = 200;
    private static final int WEEK = 7;

    private final List<Double> prices;
    private final int step;
    private final MarkdownTable best;
    private MarkdownMoment at;

    /** @param salvage of a unit that is left */
    MoneyOracle(MoneyShop shop, Thing thing, double salvage, int moves) {
        this.prices = ladder(thing.lastPrice());
        this.step = (int) Math.max(1, Math.ceil(shop.stock(thing) / MOST_STEPS));
        var demand = demand(shop, thing).inSteps(step);
        var season = new MarkdownSeason(
                prices.stream().map(it -> step * it).toList(),
                demand,
                steps(shop.stock(thing)),
                Collections.nCopies(demand.periods(), 0),
                step * salvage,
                0,
                new MoveRules(moves, 1, true));
        this.best = MarkdownProgram.solve(season);
        this.at = MarkdownMoment.first(season);
    }

    private static List<Double> ladder(double price) {
        var ladder = new ArrayList<Double>();
        for (double share = 1; share > LOWEST; share -= CUT) {
            ladder.add(MoneyShop.cents(price * share));
        }
        return ladder;
    }

    private SeasonDemand demand(MoneyShop shop, Thing thing) {
        var table = new ArrayList<List<UnitChances>>();
        for (int week = 0; week < MoneyShop.PLAYED_WEEKS; week++) {
            int monday = (MoneyShop.HISTORY_WEEKS + week) * WEEK;
            table.add(prices.stream().map(it -> week(shop, thing, monday, it)).toList());
        }
        return new SeasonDemand(table);
    }

    /** Counts around a mean that shocks move. */
    private static UnitChances week(MoneyShop shop, Thing thing, int monday, double price) {
        double mean = 0;
        for (int day = monday; day < monday + WEEK; day++) {
            mean += shop.expected(thing, day, price);
        }
        return UnitChances.negativeBinomial(mean, mean + mean * mean * MoneyShop.SHOCK_VARIANCE);
    }

    private int steps(double units) {
        return (int) Math.rint(units / step);
    }

    /** The price of a week that begins, with so many units on the shelf. Asked once for each week, in order. */
    double price(double units) {
        int stock = Math.min(at.stock(), steps(units));
        var now = new MarkdownMoment(at.period(), stock, at.rung(), at.movesLeft(), 0);
        int rung = best.rung(now);
        int moved = rung == now.rung() ? 0 : 1;
        at = new MarkdownMoment(now.period() + 1, stock, rung, now.movesLeft() - moved, 0);
        return prices.get(rung);
    }
}
