package dev.storetwin.core.pricing.markdown;

import java.util.Collections;
import java.util.List;

/**
 * Something that has to go by a date: prices it may have, what is wanted at each, and what it is worth at the end.
 *
 * @param prices   what a unit brings at each rung, in money, strictly falling; the first is the highest that may be asked. Salvage may be above;
 *                 below zero a sale costs more than it brings
 * @param demand   for each period and rung
 * @param stock    units at the beginning
 * @param arrivals units that come at the beginning of each period, on top of the stock; as many as there are periods
 * @param salvage  money for a unit that is left after the last period; negative when it costs to get rid of it
 * @param holding  money for each unit that is left at the end of each period
 * @param rules    how the price may move
 */
public record MarkdownSeason(
        List<Double> prices,
        SeasonDemand demand,
        int stock,
        List<Integer> arrivals,
        double salvage,
        double holding,
        MoveRules rules) {

    public MarkdownSeason {
        prices = List.copyOf(prices);
        arrivals = List.copyOf(arrivals);
        requireFalling(prices);
        if (!demand.hasRungs(prices.size()) || arrivals.size() != demand.periods()) {
            throw new IllegalArgumentException("""
                    Each of %d periods needs demand at each of %d prices, and %d arrivals were given.
                    Maybe a price was added to the ladder and not to the demand.""".formatted(demand.periods(), prices.size(), arrivals.size()));
        }
        if (stock < 0 || arrivals.stream().anyMatch(it -> it < 0)) {
            throw new IllegalArgumentException(
                    "stock (%d) and arrivals (%s) must not be negative.\nMaybe it is oversold: then there is nothing to mark down."
                            .formatted(stock, arrivals));
        }
        if (!Double.isFinite(salvage) || !(holding >= 0 && holding < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "salvage (%s) must be finite, holding (%s) not negative.".formatted(salvage, holding));
        }
    }

    private static void requireFalling(List<Double> prices) {
        if (prices.isEmpty()) {
            throw new IllegalArgumentException("A ladder needs at least one price.");
        }
        for (int rung = 0; rung < prices.size(); rung++) {
            double price = prices.get(rung);
            if (!Double.isFinite(price) || (rung > 0 && !(price < prices.get(rung - 1)))) {
                throw new IllegalArgumentException("""
                        Prices %s must be finite and fall from rung to rung.
                        Maybe they were listed from the lowest up.""".formatted(prices));
            }
        }
    }

    /** Nothing comes, nothing is left of a unit at the end, holding is free, and prices fall at any time. */
    public static MarkdownSeason of(List<Double> prices, SeasonDemand demand, int stock) {
        return new MarkdownSeason(
                prices, demand, stock, Collections.nCopies(demand.periods(), 0), 0, 0, MoveRules.FALLING);
    }

    public MarkdownSeason withSalvage(double perUnit) {
        return new MarkdownSeason(prices, demand, stock, arrivals, perUnit, holding, rules);
    }

    public MarkdownSeason withHolding(double perUnitAndPeriod) {
        return new MarkdownSeason(prices, demand, stock, arrivals, salvage, perUnitAndPeriod, rules);
    }

    public MarkdownSeason withRules(MoveRules changed) {
        return new MarkdownSeason(prices, demand, stock, arrivals, salvage, holding, changed);
    }

    public MarkdownSeason withArrivals(List<Integer> units) {
        return new MarkdownSeason(prices, demand, stock, units, salvage, holding, rules);
    }

    public MarkdownSeason withStock(int units) {
        return new MarkdownSeason(prices, demand, units, arrivals, salvage, holding, rules);
    }

    public MarkdownSeason withDemand(SeasonDemand other) {
        return new MarkdownSeason(prices, other, stock, arrivals, salvage, holding, rules);
    }

    public int periods() {
        return demand.periods();
    }

    public int rungs() {
        return prices.size();
    }

    /** Units that come for a period; none after the last. */
    public int arrival(int period) {
        return period < periods() ? arrivals.get(period) : 0;
    }

    /** All that can be sold. */
    public int supply() {
        return stock + arrivals.stream().mapToInt(Integer::intValue).sum();
    }

    /** Units that there can be at most at the beginning of each period, its arrival included, and after the last. */
    int[] reaches() {
        var reaches = new int[periods() + 1];
        int sum = stock;
        for (int period = 0; period < reaches.length; period++) {
            sum += arrival(period);
            reaches[period] = sum;
        }
        return reaches;
    }

    /** Moves that are left at the beginning, as far as they can matter. */
    int firstMoves() {
        return rules.firstMoves(rungs(), periods());
    }

    /** What selling some of what is there brings in one period, holding of the rest taken off. */
    double earned(MarkdownMoment at, int sold) {
        return prices.get(at.rung()) * sold - holding * (at.stock() - sold);
    }
}
