package dev.storetwin.drools;

import java.time.Duration;

/** Knows when a check has taken too long. */
record Watchdog(long start, long patience) {

    static Watchdog after(Duration duration) {
        return new Watchdog(System.nanoTime(), duration.toNanos());
    }

    boolean isLate() {
        return System.nanoTime() - start > patience;
    }
}
