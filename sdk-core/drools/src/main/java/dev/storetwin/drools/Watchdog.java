package dev.storetwin.drools;

import java.time.Duration;

/** Knows when a check has taken too long. */
record Watchdog(long start, long patience) {

    static Watchdog after(Duration duration) {
        return new Watchdog(System.nanoTime(), duration.toNanos());
    }

    boolean isLate() {
        return left() < 0;
    }

    /** Nanoseconds until it is late; below zero when it is. */
    long left() {
        return patience - (System.nanoTime() - start);
    }
}
