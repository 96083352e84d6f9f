package dev.storetwin.core.journal;

import java.time.Duration;

/**
 * When what was committed is forced to disk: what a loss of power may cost. A killed process loses nothing under any policy.
 *
 * @param atMostLost how much time of committed records a loss of power may take
 */
public record ForcePolicy(Duration atMostLost) {

    /** Each commit returns when its records are on disk. Nothing acknowledged is ever lost. */
    public static final ForcePolicy EVERY_GROUP = new ForcePolicy(Duration.ZERO);

    /** The operating system decides, often after half a minute. A loss of power costs all that it had not written by then. */
    public static final ForcePolicy OFF = new ForcePolicy(Duration.ofDays(365_000));

    public ForcePolicy {
        if (atMostLost.isNegative()) {
            throw new IllegalArgumentException("atMostLost (%s) must not be negative.".formatted(atMostLost));
        }
    }

    /** A commit returns at once, and is on disk after this time at the latest. */
    public static ForcePolicy every(Duration time) {
        return new ForcePolicy(time);
    }

    boolean everyGroup() {
        return atMostLost.isZero();
    }

    boolean off() {
        return atMostLost.equals(OFF.atMostLost);
    }
}
