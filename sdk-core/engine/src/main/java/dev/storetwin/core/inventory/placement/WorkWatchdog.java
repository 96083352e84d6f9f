package dev.storetwin.core.inventory.placement;

import java.time.Duration;

/** Counts work, and looks at a stopwatch now and then as a backstop. */
final class WorkWatchdog {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final long most;
    private final long until;
    private long done;
    private boolean isTimeUp;

    WorkWatchdog(PlacementLimits limits) {
        most = limits.work();
        var patience = limits.patience().compareTo(LONGEST) < 0 ? limits.patience() : LONGEST;
        until = System.nanoTime() + patience.toNanos();
    }

    void did(long steps) {
        done += steps;
    }

    /** Whether to stop: asked once for each bound that is worked out. */
    boolean isOver() {
        isTimeUp |= System.nanoTime() >= until || Thread.currentThread().isInterrupted();
        return isTimeUp || done >= most;
    }

    /** Whether time or an interruption ended it rather than work: then it may end elsewhere the next time. */
    boolean isCutShort() {
        return isTimeUp && done < most;
    }
}
