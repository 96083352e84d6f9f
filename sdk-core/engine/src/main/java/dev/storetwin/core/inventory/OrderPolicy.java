package dev.storetwin.core.inventory;

import dev.storetwin.core.numeric.ConvexSearch;
import dev.storetwin.inventory.ServiceTarget;
import java.util.Optional;

/**
 * Which quantity to order, and what any other would cost, on given futures.
 *
 * <p>How it works. Without a cost per order it is the quantity that costs least, or the smallest that serves as well as was asked for; a shortage
 * then weighs as much as that wish implies, so that all quantities can be compared. Where an order costs something, it is an (s,S) policy: one
 * orders up to what is best for several reviews at once, and only when waiting for the next review would cost more than the share of the order
 * cost that it saves. What waiting costs falls as stock rises, and so does the quantity: more stock never orders more.
 */
final class OrderPolicy {

    private static final int HALVINGS = 40;
    private static final int DOUBLINGS = 60;

    private final OrderCosts order;
    private final OrderCosts review;
    private final OrderLattice lattice;
    private final long most;
    private final Optional<ServiceTarget> target;
    private final double orderCost;
    private final int cycle;
    private final long best;
    private final double nothing;

    /**
     * Finds the best quantity.
     *
     * @param cycled    costs of an order for a cycle of reviews
     * @param reviewed  the same for one review; it is the same thing where a cycle is one review
     * @param most      packs
     * @param target    a cycle service or a fill rate; empty where costs decide
     * @param orderCost of one order, in the unit of the costs
     * @param cycle     reviews
     */
    OrderPolicy(
            OrderCosts cycled,
            OrderCosts reviewed,
            OrderLattice lattice,
            long most,
            Optional<ServiceTarget> target,
            double orderCost,
            int cycle) {
        this.lattice = lattice;
        this.most = most;
        this.target = target;
        this.orderCost = orderCost;
        this.cycle = cycle;
        this.order = weighed(cycled);
        this.review = reviewed == cycled ? order : weighed(reviewed);
        this.best = canOrder() ? best(order) : 0;
        this.nothing = nothing();
    }

    private boolean canOrder() {
        return most >= lattice.least();
    }

    /** Packs; what is best if anything is ordered at all. */
    long best() {
        return best;
    }

    /** The same in units. */
    double units() {
        return best * lattice.packUnits();
    }

    /** Expected cost when so many units are ordered. */
    double cost(double units) {
        return units > 0 ? order.of(units) + orderCost : nothing;
    }

    CostRates rates() {
        return order.rates();
    }

    OrderCosts costs() {
        return order;
    }

    /** What would be ordered without limits. */
    long wanted() {
        return target.isPresent()
                ? wanted(order, Long.MAX_VALUE)
                : order.bestPacks(lattice.packUnits(), lattice.least());
    }

    private double nothing() {
        if (orderCost == 0 || !canOrder()) {
            return review.of(0);
        }
        double now = review.of(best(review) * lattice.packUnits());
        double waiting = Math.max(0, review.of(0) - now);
        double saved = target.isPresent() && waiting > 0 ? 0 : orderCost / cycle;
        return order.of(best * lattice.packUnits()) + orderCost + waiting - saved;
    }

    private long best(OrderCosts costs) {
        return target.isPresent()
                ? Math.max(lattice.least(), wanted(costs, most))
                : costs.bestPacks(lattice.packUnits(), lattice.least(), most);
    }

    /** The fewest packs, none included, that serve as well as is asked for; as many as there may be when none do. */
    private long wanted(OrderCosts costs, long limit) {
        if (serves(costs, 0)) {
            return 0;
        }
        long low = lattice.least();
        long high = Math.min(limit, Math.max(low, costs.mostUsefulPacks(lattice.packUnits())));
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (serves(costs, middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Whether so many units serve as well as was asked for. */
    boolean isServed(double units) {
        return target.map(it -> isServed(it, order.alone(units), order.futures()))
                .orElse(true);
    }

    private boolean serves(OrderCosts costs, long packs) {
        return target.map(it -> isServed(it, costs.alone(packs * lattice.packUnits()), costs.futures()))
                .orElse(true);
    }

    private static boolean isServed(ServiceTarget target, OrderFutures.Played span, OrderFutures futures) {
        if (target instanceof ServiceTarget.CycleService cycle) {
            return span.shortShare() <= 1 - cycle.share() + 1e-9;
        }
        return target instanceof ServiceTarget.FillRate fill
                && span.lost() <= (1 - fill.share()) * futures.demandedAlone() + 1e-9;
    }

    /** A shortage weighs just as much as makes the quantity worth ordering that serves as asked for. */
    private OrderCosts weighed(OrderCosts costs) {
        if (target.isEmpty() || !canOrder()) {
            return costs;
        }
        long wanted = wanted(costs, most);
        if (wanted == 0) {
            return costs.at(0);
        }
        double low = 0;
        double high = costs.rates().holding();
        for (int i = 0; i < DOUBLINGS && !isWorth(costs.at(high), wanted); i++) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < HALVINGS && high - low > 1e-6 * high; i++) {
            double middle = (low + high) / 2;
            if (isWorth(costs.at(middle), wanted)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return costs.at(high);
    }

    private boolean isWorth(OrderCosts costs, long packs) {
        long fewer = packs > lattice.least() ? packs - 1 : 0;
        return ConvexSearch.falls(costs.of(fewer * lattice.packUnits()), costs.of(packs * lattice.packUnits()));
    }
}
