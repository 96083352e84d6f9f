package dev.storetwin.core.inventory.lotsize;

import java.util.ArrayList;
import java.util.List;

/**
 * Lots for demand that is known and differs by period (Wagner and Whitin 1958). Stock is held at the end of a period, and nothing may be late.
 *
 * @param periods in their order
 */
public record DynamicLots(List<Period> periods) {

    /**
     * One period.
     *
     * @param demand      in units
     * @param fixedCost   of an order in it
     * @param unitCost    of a unit bought in it
     * @param holdingCost of a unit at its end
     */
    public record Period(double demand, double fixedCost, double unitCost, double holdingCost) {

        public Period {
            Rates.requireNotNegative("demand", demand);
            Rates.requireNotNegative("fixedCost", fixedCost);
            Rates.requireNotNegative("unitCost", unitCost);
            Rates.requireNotNegative("holdingCost", holdingCost);
        }
    }

    public DynamicLots {
        periods = List.copyOf(periods);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("There must be at least one period.");
        }
    }

    /** Demand that differs by period, at costs that do not. */
    public static DynamicLots of(List<Double> demand, double fixedCost, double unitCost, double holdingCost) {
        return new DynamicLots(demand.stream()
                .map(it -> new Period(it, fixedCost, unitCost, holdingCost))
                .toList());
    }

    /**
     * The orders that cost least; of several ways, the one that orders again soonest.
     *
     * <p>How it works: it never pays to order while there is stock, so an order lasts a whole number of periods. What is to come costs, from each
     * period on, the best of all such numbers, worked out from the last period to the first.
     */
    public LotPlan best() {
        int count = periods.size();
        var costToGo = new double[count + 1];
        var next = new int[count];
        for (int from = count - 1; from >= 0; from--) {
            choose(from, costToGo, next);
        }
        var orders = new ArrayList<Double>();
        for (int from = 0; from < count; from = next[from]) {
            double ordered = 0;
            for (int period = from; period < next[from]; period++) {
                ordered += periods.get(period).demand();
            }
            orders.add(ordered);
            for (int period = from + 1; period < next[from]; period++) {
                orders.add(0.0);
            }
        }
        var costs = new ArrayList<Double>();
        for (int period = 0; period < count; period++) {
            costs.add(costToGo[period]);
        }
        return new LotPlan(orders, costs.get(0), costs);
    }

    /** An order in a period is tried for as many periods as there are; where nothing is asked for, waiting costs nothing. */
    private void choose(int from, double[] costToGo, int[] next) {
        var period = periods.get(from);
        boolean mayWait = period.demand() == 0;
        costToGo[from] = mayWait ? costToGo[from + 1] : Double.POSITIVE_INFINITY;
        next[from] = from + 1;
        double cost = period.fixedCost();
        double heldUntil = 0;
        for (int until = from; until < periods.size(); until++) {
            cost += periods.get(until).demand() * (period.unitCost() + heldUntil);
            heldUntil += periods.get(until).holdingCost();
            if (cost + costToGo[until + 1] < costToGo[from]) {
                costToGo[from] = cost + costToGo[until + 1];
                next[from] = until + 1;
            }
        }
    }

    /**
     * What any plan costs that is never short.
     *
     * @param orders units by period
     */
    public double cost(List<Double> orders) {
        if (orders.size() != periods.size()) {
            throw new IllegalArgumentException("orders %s must be one for each of %d periods.\nMaybe one was left out."
                    .formatted(orders, periods.size()));
        }
        double cost = 0;
        double onHand = 0;
        for (int i = 0; i < periods.size(); i++) {
            var period = periods.get(i);
            double ordered = orders.get(i);
            onHand += ordered - period.demand();
            requireEnough(i, ordered, onHand);
            cost += (ordered > 0 ? period.fixedCost() : 0)
                    + ordered * period.unitCost()
                    + Math.max(0, onHand) * period.holdingCost();
        }
        return cost;
    }

    private void requireEnough(int period, double ordered, double onHand) {
        double rounding = 1e-9 * (1 + periods.get(period).demand());
        if (!(ordered >= 0 && onHand >= -rounding)) {
            throw new IllegalArgumentException("""
                    In period %d the plan orders %s and leaves %s on hand; neither may be negative.
                    Maybe an order comes a period late.""".formatted(period + 1, ordered, onHand));
        }
    }

    /**
     * What to order when.
     *
     * @param orders   units by period
     * @param cost     of all periods
     * @param costToGo by period, of it and those after it when it begins without stock
     */
    public record LotPlan(List<Double> orders, double cost, List<Double> costToGo) {

        public LotPlan {
            orders = List.copyOf(orders);
            costToGo = List.copyOf(costToGo);
        }
    }
}
