package dev.storetwin.core.state;

import java.util.Comparator;

/**
 * What changed in the sales of a day some time after they were made: what an order that is cancelled or edited takes from, or adds to, the day
 * on which it was placed. The sums of a day as they were at an earlier moment are its sums less all later amendments.
 *
 * @param nanos   when it changed, since 1970
 * @param day     whose sales changed, since 1970
 * @param units   more or less units, in thousandths
 * @param revenue more or less revenue, in ten-thousandths
 */
record Amendment(long nanos, long day, long units, long revenue) implements Comparable<Amendment> {

    private static final Comparator<Amendment> IN_TIME = Comparator.comparingLong(Amendment::nanos)
            .thenComparingLong(Amendment::day)
            .thenComparingLong(Amendment::units)
            .thenComparingLong(Amendment::revenue);

    @Override
    public int compareTo(Amendment other) {
        return IN_TIME.compare(this, other);
    }
}
