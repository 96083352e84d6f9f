package dev.storetwin.drools;

import java.time.Duration;

/**
 * Knows when a check has taken too long, told often while it runs.
 *
 * <p>How it works: the time between two looks counts, but no more of it than half of what is allowed. So rules that run away are late on time,
 * and a check that the whole machine stood still for once, as in a pause of the collector, is not.
 */
final class Watchdog {

    private final long allowed;
    private final long start = System.nanoTime();
    private long lastLook = start;
    private long counted;

    private Watchdog(long allowed) {
        this.allowed = allowed;
    }

    static Watchdog after(Duration duration) {
        return new Watchdog(duration.toNanos());
    }

    /** For the thread that is watched. */
    boolean isLate() {
        long now = System.nanoTime();
        counted += Math.min(now - lastLook, allowed / 2);
        lastLook = now;
        return counted > allowed;
    }

    /** Nanoseconds of the allowed time that are left by the wall; below zero when it is over. */
    long left() {
        return allowed - (System.nanoTime() - start);
    }
}
