package dev.storetwin.core.state;

import java.util.Comparator;

/**
 * What changed in the sales of a day on a later one: what an order that is cancelled or edited takes from, or adds to, the day on which it was
 * placed. The sums of a day as they were at an earlier moment are its sums less all later amendments.
 *
 * @param nanos  when it changed, since 1970
 * @param day    an earlier one, whose sales changed, since 1970
 * @param amount so much more or less
 */
record Amendment(long nanos, long day, Amount amount) implements Comparable<Amendment> {

    /** Units and returned units in thousandths, revenue in ten-thousandths. */
    record Amount(long units, long revenue, long returned) implements Comparable<Amount> {

        static final Amount ZERO = new Amount(0, 0, 0);

        private static final Comparator<Amount> IN_ORDER = Comparator.comparingLong(Amount::units)
                .thenComparingLong(Amount::revenue)
                .thenComparingLong(Amount::returned);

        Amount plus(Amount other) {
            return new Amount(
                    Math.addExact(units, other.units),
                    Math.addExact(revenue, other.revenue),
                    Math.addExact(returned, other.returned));
        }

        Amount minus(Amount other) {
            return new Amount(
                    Math.subtractExact(units, other.units),
                    Math.subtractExact(revenue, other.revenue),
                    Math.subtractExact(returned, other.returned));
        }

        @Override
        public int compareTo(Amount other) {
            return IN_ORDER.compare(this, other);
        }
    }

    private static final Comparator<Amendment> IN_TIME = Comparator.comparingLong(Amendment::nanos)
            .thenComparingLong(Amendment::day)
            .thenComparing(Amendment::amount);

    @Override
    public int compareTo(Amendment other) {
        return IN_TIME.compare(this, other);
    }
}
