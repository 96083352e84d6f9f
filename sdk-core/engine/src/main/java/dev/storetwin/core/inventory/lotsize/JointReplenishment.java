package dev.storetwin.core.inventory.lotsize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Several items that share what an order costs: an order is placed every so often, and each item takes part in each order, each second one, and so
 * on.
 *
 * @param sharedFixedCost of an order, whatever is in it
 * @param items           at least one
 */
public record JointReplenishment(double sharedFixedCost, List<Item> items) {

    /**
     * One of the items.
     *
     * @param fixedCost   of having it in an order
     * @param holdingCost of a unit for one unit of time
     * @param demandRate  units per unit of time
     */
    public record Item(double fixedCost, double holdingCost, double demandRate) {

        public Item {
            Rates.requirePositive("fixedCost", fixedCost);
            Rates.requirePositive("holdingCost", holdingCost);
            Rates.requirePositive("demandRate", demandRate);
        }

        /** How dear it is to have it in an order, by how dear it is to have it wait for the next. */
        private double patience() {
            return fixedCost / holdingPace();
        }

        private double holdingPace() {
            return holdingCost * demandRate;
        }
    }

    public JointReplenishment {
        Rates.requireNotNegative("sharedFixedCost", sharedFixedCost);
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("Nothing to order: there must be at least one item.");
        }
    }

    /**
     * A schedule by Silver's rule (1976), which is a heuristic: the item that is dearest to have wait is in every order, and the others are in each
     * n-th one, n being the whole number next to what would be best beside the first. For the first itself that is 1, as it is never above.
     */
    public JointSchedule bySilver() {
        var first =
                items.stream().min(Comparator.comparingDouble(Item::patience)).orElseThrow();
        double scale = first.holdingPace() / (sharedFixedCost + first.fixedCost());
        var multiples = items.stream()
                .map(it -> Math.max(1, (int) Math.rint(Math.sqrt(it.patience() * scale))))
                .toList();
        return every(bestInterval(multiples), multiples);
    }

    /** The best time between orders when it is settled how often each item is in one. */
    private double bestInterval(List<Integer> multiples) {
        double orders = sharedFixedCost;
        double holding = 0;
        for (int i = 0; i < items.size(); i++) {
            orders += items.get(i).fixedCost() / multiples.get(i);
            holding += items.get(i).holdingPace() * multiples.get(i);
        }
        return Math.sqrt(2 * orders / holding);
    }

    /**
     * Any schedule.
     *
     * @param interval  time between orders
     * @param multiples of each item: it is in each so-manieth order, at least 1
     */
    public JointSchedule every(double interval, List<Integer> multiples) {
        Rates.requirePositive("interval", interval);
        if (multiples.size() != items.size() || multiples.stream().anyMatch(it -> it < 1)) {
            throw new IllegalArgumentException(
                    "%d items need as many multiples, each at least 1, not %s.".formatted(items.size(), multiples));
        }
        var quantities = new ArrayList<Double>();
        double cost = sharedFixedCost / interval;
        for (int i = 0; i < items.size(); i++) {
            double own = multiples.get(i) * interval;
            quantities.add(items.get(i).demandRate() * own);
            cost += items.get(i).fixedCost() / own + items.get(i).holdingPace() * own / 2;
        }
        return new JointSchedule(interval, multiples, quantities, cost);
    }

    /**
     * When to order what.
     *
     * @param interval   time between orders
     * @param multiples  of each item: it is in each so-manieth order
     * @param quantities of each item, in units
     * @param cost       per unit of time
     */
    public record JointSchedule(double interval, List<Integer> multiples, List<Double> quantities, double cost) {

        public JointSchedule {
            multiples = List.copyOf(multiples);
            quantities = List.copyOf(quantities);
        }
    }
}
