package dev.storetwin.core.state;

import java.time.Instant;

/**
 * A moment that questions are about.
 *
 * @param nanos   the moment, since 1970
 * @param lastDay the last day of the shop that was over by then, since 1970
 */
record AsOf(Instant moment, long nanos, long lastDay) {

    static AsOf of(Instant moment, Folding folding) {
        boolean isLast = moment.equals(Instant.MAX);
        long next = folding.day(isLast ? moment : moment.plusNanos(1));
        return new AsOf(moment, EpochNanos.nanos(moment), next - 1);
    }
}
