package dev.storetwin.core.inventory.policy;

/** A policy that orders for each item without a look at the others. */
interface ItemPolicy extends OrderingPolicy {

    /** Whole units, not negative. */
    long order(OrderMoment moment, int item);

    @Override
    default long[] orders(OrderMoment moment) {
        var orders = new long[moment.size()];
        for (int item = 0; item < orders.length; item++) {
            orders[item] = order(moment, item);
        }
        return orders;
    }

    @Override
    default int reach(int lead, int review) {
        return lead + review;
    }

    /** Whole units that raise the stock position to a level. */
    static long upTo(double level, OrderMoment moment, int item) {
        return Math.round(Math.max(0, level - moment.position(item)));
    }

    /** Number of periods that an order has to last for: until the next one is on the shelf. */
    static int protectedPeriods(OrderMoment moment, int item) {
        return moment.terms(item).lead() + moment.review();
    }
}
