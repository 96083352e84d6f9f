package dev.storetwin.benchmarks.replenishment;

/**
 * One shelf at the end of a week, when an order takes two whole weeks.
 *
 * @param onHand   units
 * @param nextWeek units that come at the start of the next week
 * @param after    units that come a week later
 */
record ShelfState(double onHand, double nextWeek, double after) {

    double position() {
        return onHand + nextWeek + after;
    }

    /** After a week in which so much was asked for. What is missing is lost. */
    ShelfState after(double demand, double ordered) {
        return new ShelfState(left(demand), after, ordered);
    }

    double left(double demand) {
        return Math.max(0, onHand + nextWeek - demand);
    }

    double lost(double demand) {
        return Math.max(0, demand - onHand - nextWeek);
    }
}
