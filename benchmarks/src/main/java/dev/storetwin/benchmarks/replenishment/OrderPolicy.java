package dev.storetwin.benchmarks.replenishment;

/** A way to order for all shelves at the end of a week. */
interface OrderPolicy {

    /**
     * Orders before a week.
     *
     * @param week   index of the first week that is not known yet
     * @param shelves as they stand
     */
    long[] orders(WeeklyPanel panel, int week, ShelfState[] shelves);
}
