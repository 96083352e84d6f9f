package dev.storetwin.core.inventory.policy;

import java.util.OptionalDouble;

/**
 * What a window would have cost, had all its demand been known.
 *
 * <p>How it works. With demand known, an item's stock is a plain number from period to period, and orders arrive at moments that are
 * known too: so the cheapest orders follow from dynamic programming over whole units, exactly, backwards from the last costed period.
 * At a moment of arrival, {@code V(x) = min(W(x), K + min over y > x of (W(y) + c y) - c x)}, where {@code W(y)} is the cost from there
 * with y units after the delivery, {@code K} is paid per order and {@code c} per unit. The inner minimum runs along from the top, so a
 * period takes one pass over the levels. Levels above the demand that is left are never worth reaching. Lead times do not matter: an
 * order is known to be wanted as early as one likes, and stock before the first arrival is the same for everybody.
 *
 * <p>Of things that spoil, the age is left out, and units may be thrown away free at any time instead: whatever spoiling does, that can do
 * for less. Packs are left out, too. In both cases the result is a lower bound, and regret against it an upper one.
 */
final class PerfectInformation {

    private static final double MOST = 1e6;

    private final ReplayItem item;
    private final RollingWindows windows;
    private final int start;

    PerfectInformation(ReplayItem item, RollingWindows windows, int start) {
        this.item = item;
        this.windows = windows;
        this.start = start;
    }

    /**
     * Of one item.
     *
     * @param stock before the first period of the window; left as it is
     * @return empty when stock or demand are not in whole units, or there are more than a million of them
     */
    OptionalDouble cost(PlayedShelf stock) {
        var shelf = stock.copy();
        int lead = item.terms().lead();
        for (int period = start; period < start + lead; period++) {
            shelf.play(item.demand(period));
        }
        double there = shelf.onHand();
        double wanted = 0;
        for (int period = first(); period < end(); period++) {
            if (!isWhole(item.demand(period))) {
                return OptionalDouble.empty();
            }
            wanted += item.demand(period);
        }
        return isWhole(there) && isWhole(wanted)
                ? OptionalDouble.of(best((int) there, (int) wanted))
                : OptionalDouble.empty();
    }

    private static boolean isWhole(double units) {
        return units == Math.rint(units) && units <= MOST;
    }

    private int first() {
        return start + item.terms().lead();
    }

    private int end() {
        return first() + windows.rounds() * windows.review();
    }

    private double best(int there, int wanted) {
        int most = Math.max(there, wanted);
        var value = new double[most + 1];
        for (int period = end() - 1; period >= first(); period--) {
            var after = afterDelivery(period, value);
            if ((period - first()) % windows.review() == 0) {
                raise(after);
            }
            value = after;
        }
        return value[there];
    }

    /** Cost from a period on by what is on the shelf after its delivery, given the cost from the next one on. */
    private double[] afterDelivery(int period, double[] next) {
        var terms = item.terms();
        int demand = (int) item.demand(period);
        boolean costed = windows.isCosted(item, start, period);
        var cost = new double[next.length];
        for (int units = 0; units < cost.length; units++) {
            int left = Math.max(0, units - demand);
            double now = terms.holding() * left + terms.shortage() * Math.max(0, demand - units);
            cost[units] = (costed ? now : 0) + next[left];
            if (terms.shelfLife().isPresent() && units > 0) {
                cost[units] = Math.min(cost[units], cost[units - 1]);
            }
        }
        return cost;
    }

    /** An order may raise the stock. */
    private void raise(double[] cost) {
        var terms = item.terms();
        double above = Double.POSITIVE_INFINITY;
        for (int units = cost.length - 1; units >= 0; units--) {
            double here = cost[units];
            cost[units] = Math.min(here, terms.perOrder() + above - terms.perUnit() * units);
            above = Math.min(above, here + terms.perUnit() * units);
        }
    }
}
