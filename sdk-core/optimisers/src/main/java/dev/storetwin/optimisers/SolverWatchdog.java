package dev.storetwin.optimisers;

import java.time.Duration;

/** Says when time is up. The one that looks at a stopwatch here. */
final class SolverWatchdog {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final long until;

    SolverWatchdog(Duration patience) {
        until = System.nanoTime() + (patience.compareTo(LONGEST) < 0 ? patience : LONGEST).toNanos();
    }

    boolean isTimeUp() {
        return millisLeft() <= 0;
    }

    /** What is left, not negative. */
    long millisLeft() {
        return Math.max(0, (until - System.nanoTime() + 999_999) / 1_000_000);
    }
}
