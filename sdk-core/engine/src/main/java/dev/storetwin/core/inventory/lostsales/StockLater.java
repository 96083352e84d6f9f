package dev.storetwin.core.inventory.lostsales;

import dev.storetwin.core.inventory.demand.UnitDemand;
import java.util.Arrays;

/** What will be on the shelf when an order of now arrives, the order itself not counted. */
final class StockLater {

    private static final double NOTHING = 1e-18;

    private final double[] probabilities;

    private StockLater(double[] probabilities) {
        this.probabilities = probabilities;
    }

    static StockLater of(LostSalesCase shelf, int[] pipeline) {
        double[] stock = new double[pipeline[0] + 1];
        stock[pipeline[0]] = 1;
        for (int l = 1; l <= shelf.leadTime(); l++) {
            stock = nextPeriod(stock, shelf.demand(), l < pipeline.length ? pipeline[l] : 0);
        }
        return new StockLater(stock);
    }

    private static double[] nextPeriod(double[] stock, UnitDemand demand, int arrival) {
        double[] next = new double[stock.length + arrival];
        for (int onHand = 0; onHand < stock.length; onHand++) {
            next[arrival] += stock[onHand] * (onHand == 0 ? 1 : 1 - demand.cumulative(onHand - 1));
            for (int units = demand.first(); units < onHand && units <= demand.last(); units++) {
                next[arrival + onHand - units] += stock[onHand] * demand.probability(units);
            }
        }
        return withoutThinTail(next);
    }

    private static double[] withoutThinTail(double[] stock) {
        int length = stock.length;
        while (length > 1 && stock[length - 1] < NOTHING) {
            length--;
        }
        return length == stock.length ? stock : Arrays.copyOf(stock, length);
    }

    double mean() {
        double sum = 0;
        for (int units = 1; units < probabilities.length; units++) {
            sum += units * probabilities[units];
        }
        return sum;
    }
}
