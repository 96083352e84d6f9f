package dev.storetwin.core.inventory.policy;

import java.util.List;

/** A policy in one window, with the stock that it has made and what it has cost so far. */
final class Player {

    private final ReplayPanel panel;
    private final RollingWindows windows;
    private final int start;
    private final OrderingPolicy policy;
    private final List<PlayedShelf> shelves;
    private PlayCost cost = PlayCost.ZERO;

    Player(ReplayPanel panel, RollingWindows windows, int start, OrderingPolicy policy, List<PlayedShelf> shelves) {
        this.panel = panel;
        this.windows = windows;
        this.start = start;
        this.policy = policy;
        this.shelves = shelves;
    }

    /** The same window from here on under another policy, at no cost yet. */
    Player as(OrderingPolicy other) {
        return new Player(
                panel,
                windows,
                start,
                other,
                shelves.stream().map(PlayedShelf::copy).toList());
    }

    int start() {
        return start;
    }

    OrderingPolicy policy() {
        return policy;
    }

    List<PlayedShelf> shelves() {
        return shelves;
    }

    PlayCost cost() {
        return cost;
    }

    /** Whether it orders before a period: every review while it warms up, and so many times from its start on. */
    boolean isDue(int period) {
        int since = period - start;
        return Math.floorMod(since, windows.review()) == 0 && since < windows.rounds() * windows.review();
    }

    void order(KnownDemand known) {
        var orders = policy.orders(new OrderMoment(known, shelves));
        if (orders.length != shelves.size()) {
            throw new IllegalStateException(
                    "Policy %s gave %d orders for %d items.".formatted(policy.name(), orders.length, shelves.size()));
        }
        for (int item = 0; item < orders.length; item++) {
            if (orders[item] < 0) {
                throw new IllegalStateException("Policy %s ordered %d units of %s; none below zero are expected."
                        .formatted(
                                policy.name(),
                                orders[item],
                                panel.items().get(item).sales()));
            }
            var paid = shelves.get(item).order(panel.items().get(item).terms().inPacks(orders[item]));
            cost = known.periods() >= start ? cost.plus(paid) : cost;
        }
    }

    void play(int period) {
        var sum = cost;
        for (int i = 0; i < shelves.size(); i++) {
            var item = panel.items().get(i);
            var happened = shelves.get(i).play(item.demand(period));
            if (windows.isCosted(item, start, period)) {
                sum = sum.plus(happened.cost(item.terms()));
            }
        }
        cost = sum;
    }
}
