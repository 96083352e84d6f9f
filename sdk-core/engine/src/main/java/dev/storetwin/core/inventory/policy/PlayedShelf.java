package dev.storetwin.core.inventory.policy;

import java.util.Arrays;
import java.util.List;

/**
 * One thing at one place while the past is played again. What is missing is lost; the oldest unit is sold first.
 *
 * <p>A period begins with the delivery that is due, then demand comes, then what is too old is thrown away, and what is left is held.
 */
final class PlayedShelf {

    private final StockTerms terms;

    /** By the number of periods in which it can still be sold, less one; a single place when nothing spoils. */
    private final double[] stock;

    /** By the period at whose start it comes, the next period first. */
    private final double[] coming;

    /**
     * What happened in one period, in units.
     *
     * @param came   at its start
     * @param sold   of what was asked for
     * @param lost   the rest of what was asked for
     * @param wasted at its end
     * @param held   at its end
     */
    record Period(double came, double sold, double lost, double wasted, double held) {

        /** Without ordering, which is paid when the order is made. */
        PlayCost cost(StockTerms terms) {
            return new PlayCost(
                    terms.holding() * held, terms.shortage() * lost, 0, terms.waste() * wasted, sold + lost, lost);
        }
    }

    private PlayedShelf(StockTerms terms, double[] stock, double[] coming) {
        this.terms = terms;
        this.stock = stock;
        this.coming = coming;
    }

    /**
     * A shelf as it is filled at first.
     *
     * @param onHand    fresh
     * @param inTransit units by the period at whose start they come, the next period first
     */
    static PlayedShelf of(StockTerms terms, double onHand, double... inTransit) {
        var stock = new double[terms.shelfLife().orElse(1)];
        stock[stock.length - 1] = onHand;
        return new PlayedShelf(terms, stock, Arrays.copyOf(inTransit, Math.max(terms.lead(), inTransit.length) + 1));
    }

    PlayedShelf copy() {
        return new PlayedShelf(terms, stock.clone(), coming.clone());
    }

    double onHand() {
        return Arrays.stream(stock).sum();
    }

    /** One number for each period of the lead time at least, the next period first. */
    List<Double> inTransit() {
        return Arrays.stream(coming).limit(coming.length - 1L).boxed().toList();
    }

    /** At the end of a period. */
    PlayCost order(long units) {
        coming[terms.lead()] += units;
        return units == 0 ? PlayCost.ZERO : new PlayCost(0, 0, terms.perOrder() + terms.perUnit() * units, 0, 0, 0);
    }

    Period play(double demand) {
        double came = deliver();
        double sold = sell(demand);
        double wasted = terms.shelfLife().isPresent() ? grow() : 0;
        return new Period(came, sold, demand - sold, wasted, onHand());
    }

    private double deliver() {
        double came = coming[0];
        stock[stock.length - 1] += came;
        System.arraycopy(coming, 1, coming, 0, coming.length - 1);
        coming[coming.length - 1] = 0;
        return came;
    }

    private double sell(double demand) {
        double open = demand;
        for (int age = 0; age < stock.length && open > 0; age++) {
            double sold = Math.min(open, stock[age]);
            stock[age] -= sold;
            open -= sold;
        }
        return demand - open;
    }

    /** Everything gets a period older; hands out what is too old then. */
    private double grow() {
        double wasted = stock[0];
        System.arraycopy(stock, 1, stock, 0, stock.length - 1);
        stock[stock.length - 1] = 0;
        return wasted;
    }
}
