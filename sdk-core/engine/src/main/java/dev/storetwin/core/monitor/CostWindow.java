package dev.storetwin.core.monitor;

import dev.storetwin.proposal.Effort;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * What is spent in one window. Adding never waits.
 *
 * @param from        when it begins
 * @param until       the moment after it
 * @param givenUp     models given up before it began
 * @param effort      how much work the next answer may take: only ever less
 * @param isRoomShort whether models had to be given up in it
 */
record CostWindow(
        Instant from,
        Instant until,
        long givenUp,
        AtomicReference<Effort> effort,
        AtomicBoolean isRoomShort,
        LongAdder questions,
        LongAdder unmeasured,
        LongAdder cpuNanos,
        LongAdder modelCalls) {

    static CostWindow of(Instant from, Instant until, long givenUp) {
        return new CostWindow(
                from,
                until,
                givenUp,
                new AtomicReference<>(Effort.FULL),
                new AtomicBoolean(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder());
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    void add(long nanos) {
        questions.increment();
        if (nanos < 0) {
            unmeasured.increment();
        } else {
            cpuNanos.add(nanos);
        }
    }

    Duration cpu() {
        return Duration.ofNanos(cpuNanos.sum());
    }
}
