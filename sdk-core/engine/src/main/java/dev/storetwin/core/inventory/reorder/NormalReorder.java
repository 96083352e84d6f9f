package dev.storetwin.core.inventory.reorder;

import dev.storetwin.core.inventory.demand.NormalDemand;
import dev.storetwin.core.inventory.lotsize.BackorderedOrder;
import dev.storetwin.core.inventory.lotsize.EconomicOrder;
import java.util.function.DoubleUnaryOperator;

/**
 * (r, Q) policies for normal demand under continuous review, the best one and the approximations of the text-books (Snyder and Shen 2019, chapter
 * 5). What is missing waits.
 *
 * @param costs    of ordering, holding and shortage
 * @param demand   of one unit of time
 * @param leadTime from order to shelf, in units of time
 */
public record NormalReorder(ReorderCosts costs, NormalDemand demand, double leadTime) {

    private static final int ROUNDS = 10_000;
    private static final double STILL = 1e-13;

    public NormalReorder {
        if (!(leadTime > 0 && leadTime < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("""
                    leadTime (%s) must be above 0.
                    Maybe orders come at once: then the economic order quantity is enough.""".formatted(leadTime));
        }
        if (!(costs.fixedCost() > 0 && demand.mean() > 0)) {
            throw new IllegalArgumentException(
                    "fixedCost (%s) and mean demand (%s) must be above 0 for a lot to be best."
                            .formatted(costs.fixedCost(), demand.mean()));
        }
    }

    private NormalDemand ahead() {
        return demand.over(leadTime);
    }

    /** What any policy costs per unit of time, exactly: the position is anywhere between r and r + Q, as often as elsewhere (Zheng 1992). */
    public double cost(double reorderPoint, double quantity) {
        requireQuantity(quantity);
        return (costs.fixedCost() * demand.mean() + between(reorderPoint, quantity)) / quantity;
    }

    /** The costs of being at each position from r to r + Q, summed up. */
    private double between(double reorderPoint, double quantity) {
        var ahead = ahead();
        double top = reorderPoint + quantity;
        double held = costs.holdingCost() * quantity * (reorderPoint + quantity / 2 - ahead.mean());
        double missing = ahead.secondLoss(reorderPoint) - ahead.secondLoss(top);
        return held + (costs.holdingCost() + costs.shortageCost()) * missing;
    }

    /**
     * The policy that costs least (Zheng 1992).
     *
     * <p>How it works: the best r for a lot makes it as dear to be at r as at r + Q. By how much being there is dearer than what lies between,
     * summed over the lot, grows with the lot; the best lot is the one where that pays an order.
     */
    public FixedLots best() {
        double order = costs.fixedCost() * demand.mean();
        double enough = byEconomicOrder().quantity();
        while (dearerAtTheEnds(enough) < order) {
            enough *= 2;
        }
        double quantity = Root.ofRising(lot -> dearerAtTheEnds(lot) - order, enough / 1e6, enough);
        return priced(evenlyDear(quantity), quantity);
    }

    private double dearerAtTheEnds(double quantity) {
        double reorder = evenlyDear(quantity);
        return quantity * costs.rate(reorder, ahead()) - between(reorder, quantity);
    }

    /** The economic order quantity, and as reorder point the level that is enough with the critical ratio. */
    public FixedLots byEconomicOrder() {
        double quantity = new EconomicOrder(costs.fixedCost(), costs.holdingCost(), demand.mean())
                .best()
                .quantity();
        return priced(ahead().quantile(costs.criticalRatio()), quantity);
    }

    /** The economic order quantity with backorders, and the reorder point at which it is as dear to be at r as at r + Q (Zheng 1992). */
    public FixedLots byBackorderedOrder() {
        double quantity = new BackorderedOrder(
                        costs.fixedCost(), costs.holdingCost(), costs.shortageCost(), demand.mean())
                .best()
                .quantity();
        return priced(evenlyDear(quantity), quantity);
    }

    /** The costs of being at r and at r + Q differ by an amount that grows with r. */
    private double evenlyDear(double quantity) {
        var ahead = ahead();
        double best = ahead.quantile(costs.criticalRatio());
        return Root.ofRising(
                level -> costs.rate(level + quantity, ahead) - costs.rate(level, ahead), best - quantity, best);
    }

    /**
     * Hadley and Whitin's (1963) approximation by the expected number of units missing in a cycle, where {@code shortageCost} is paid once for each unit
     * that has to wait. Quantity and reorder point are improved in turn until they stand. Its cost is that of its own account.
     *
     * @throws IllegalArgumentException where shortages are so cheap that it knows no reorder point
     */
    public FixedLots byExpectedShortage() {
        var ahead = ahead();
        double quantity = new EconomicOrder(costs.fixedCost(), costs.holdingCost(), demand.mean())
                .best()
                .quantity();
        for (int round = 0; round < ROUNDS; round++) {
            double reorder = ahead.quantile(1 - shareOfCyclesShort(quantity));
            double better = quantity(costs.shortageCost() * ahead.loss(reorder), demand.mean());
            if (Math.abs(better - quantity) <= STILL * quantity) {
                break;
            }
            quantity = better;
        }
        double reorder = ahead.quantile(1 - shareOfCyclesShort(quantity));
        double missing = costs.shortageCost() * demand.mean() * ahead.loss(reorder) / quantity;
        double held = costs.holdingCost() * (reorder - ahead.mean() + quantity / 2);
        return new FixedLots(reorder, quantity, held + costs.fixedCost() * demand.mean() / quantity + missing);
    }

    private double shareOfCyclesShort(double quantity) {
        double share = quantity * costs.holdingCost() / (costs.shortageCost() * demand.mean());
        if (!(share < 1)) {
            throw new IllegalArgumentException("""
                    A shortage cost of %s for each unit is too low for a reorder point: by this account it is best to be short in every cycle.
                    Maybe it was given for a unit of time: then use another approximation.""".formatted(costs.shortageCost()));
        }
        return share;
    }

    /**
     * The approximation by loss functions (Hopp and Spearman 2008): what is missing while the position is above r + Q is left out. Quantity and
     * reorder point are improved in turn until they stand.
     */
    public FixedLots byLossFunctions() {
        var ahead = ahead();
        double either = costs.holdingCost() + costs.shortageCost();
        double quantity = new EconomicOrder(costs.fixedCost(), costs.holdingCost(), demand.mean())
                .best()
                .quantity();
        double reorder = whereLoss(ahead, costs.holdingCost() * quantity / either);
        for (int round = 0; round < ROUNDS; round++) {
            double better = quantity(either * ahead.secondLoss(reorder), 1);
            reorder = whereLoss(ahead, costs.holdingCost() * better / either);
            boolean stands = Math.abs(better - quantity) <= STILL * quantity;
            quantity = better;
            if (stands) {
                break;
            }
        }
        return priced(reorder, quantity);
    }

    /** The lot that costs least where each cycle also costs so much, times a rate, for what is missing in it. */
    private double quantity(double missing, double rate) {
        double perCycle = costs.fixedCost() * demand.mean() + missing * rate;
        return Math.sqrt(2 * perCycle / costs.holdingCost());
    }

    private static double whereLoss(NormalDemand ahead, double loss) {
        double deviation = ahead.standardDeviation();
        double low = ahead.mean() - loss - deviation;
        double high = ahead.mean() + 40 * deviation;
        return Root.ofRising(level -> loss - ahead.loss(level), low, high);
    }

    private FixedLots priced(double reorderPoint, double quantity) {
        return new FixedLots(reorderPoint, quantity, cost(reorderPoint, quantity));
    }

    private static void requireQuantity(double quantity) {
        if (!(quantity > 0 && quantity < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("quantity (%s) must be above 0.".formatted(quantity));
        }
    }

    /** Where a rising function crosses zero. */
    private static final class Root {

        private Root() {}

        static double ofRising(DoubleUnaryOperator function, double from, double until) {
            double low = from;
            double high = until;
            for (double step = high - low; function.applyAsDouble(low) > 0; step *= 2) {
                low -= step;
            }
            while (true) {
                double middle = low + (high - low) / 2;
                if (middle <= low || middle >= high) {
                    return high;
                }
                if (function.applyAsDouble(middle) < 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
        }
    }
}
