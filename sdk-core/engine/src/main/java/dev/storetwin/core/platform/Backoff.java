package dev.storetwin.core.platform;

import java.time.Duration;

/** How long to wait before something is tried again: twice as long each time, within bounds. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Duration next = FIRST;

    Duration next() {
        var now = next;
        var twice = now.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        return now;
    }

    /** It worked: the next failure is the first. */
    void reset() {
        next = FIRST;
    }
}
