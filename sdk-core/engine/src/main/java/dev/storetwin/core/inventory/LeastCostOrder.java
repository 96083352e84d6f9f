package dev.storetwin.core.inventory;

import java.util.List;

/**
 * The order of one thing at one place that costs least over futures of its demand, with lost sales until it comes.
 *
 * @param lead     whole periods that pass before an order is on the shelf
 * @param review   periods that the order has to last for before the next one comes
 * @param holding  a unit on the shelf at the end of a period
 * @param shortage a unit of demand that finds nothing
 * @param writeOff the most that a unit can cost that nobody wants
 */
public record LeastCostOrder(int lead, int review, double holding, double shortage, double writeOff) {

    /** Periods that futures must cover. */
    public int horizon() {
        return lead + 2 * review;
    }

    /**
     * Whole units, not negative; the fewest of those that cost as little as any.
     *
     * @param futures   one row each, with a value for each period of the horizon
     * @param inTransit by the period at whose start it comes, the next period first
     */
    public long units(double[][] futures, double onHand, List<Double> inTransit) {
        var arrivals = new double[horizon()];
        for (int period = 0; period < Math.min(arrivals.length, inTransit.size()); period++) {
            arrivals[period] = inTransit.get(period);
        }
        var rates = new CostRates(holding, shortage, writeOff);
        return new OrderCosts(futures, onHand, arrivals, lead, review, rates, 1).bestUnits();
    }
}
