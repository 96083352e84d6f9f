package dev.storetwin.core.inventory;

/** How long an order had better last when each order costs something: the economic order quantity, in whole reviews. */
final class OrderCycle {

    /** Nobody knows demand of a later time well enough to buy for it. */
    static final int LONGEST_DAYS = 91;

    private OrderCycle() {}

    /**
     * The number of reviews at which order cost and holding together are least per day.
     *
     * @param orderCost  of one order
     * @param holdingDay what the units sold in one day cost to hold for a day
     * @param reviewDays from one review to the next
     * @param mostDays   that an order may last
     * @return at least 1
     */
    static int reviews(double orderCost, double holdingDay, int reviewDays, int mostDays) {
        int most = Math.max(1, Math.min(LONGEST_DAYS, mostDays) / reviewDays);
        int best = 1;
        for (int reviews = 2; reviews <= most && orderCost > 0; reviews++) {
            best = perDay(orderCost, holdingDay, reviews * reviewDays)
                            < perDay(orderCost, holdingDay, best * reviewDays)
                    ? reviews
                    : best;
        }
        return best;
    }

    private static double perDay(double orderCost, double holdingDay, int days) {
        return orderCost / days + holdingDay * days / 2;
    }
}
