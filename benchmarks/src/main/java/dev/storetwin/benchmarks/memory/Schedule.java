package dev.storetwin.benchmarks.memory;

import java.util.concurrent.locks.LockSupport;

/**
 * When each event is due, whether or not the ones before it are through. Waits are counted from here, so that a stalled shop is charged
 * for everybody who stands in its queue.
 */
final class Schedule {

    private static final long NAP = 50_000;

    private final long start = System.nanoTime();
    private final double nanosApart;

    Schedule(int perSecond) {
        this.nanosApart = 1e9 / perSecond;
    }

    /** Returns when the event is due, or at once when it is late. */
    void await(int number) {
        long due = due(number);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, NAP));
        }
    }

    /** Nanoseconds since an event was due. */
    long waited(int number) {
        return System.nanoTime() - due(number);
    }

    private long due(int number) {
        return start + (long) (number * nanosApart);
    }
}
