package dev.storetwin.state;

import java.time.Duration;

/**
 * How far the time of an event may be from the time at which we heard of it.
 *
 * @param clockSkew by how much a source's clock may be ahead of ours
 * @param future    from which distance on an event is not ahead but wrong
 * @param lateness  how long news may be on its way
 */
public record TimeLimits(Duration clockSkew, Duration future, Duration lateness) {

    /** Five minutes ahead, two days in the future, 30 days late. */
    public static final TimeLimits DEFAULT =
            new TimeLimits(Duration.ofMinutes(5), Duration.ofDays(2), Duration.ofDays(30));

    public TimeLimits {
        if (clockSkew.isNegative() || future.compareTo(clockSkew) < 0 || lateness.isNegative()) {
            throw new IllegalArgumentException("""
                    clockSkew (%s) and lateness (%s) must not be negative, and future (%s) not less than clockSkew.
                    Maybe two of them were swapped.""".formatted(clockSkew, lateness, future));
        }
    }

    public TimeLimits withClockSkew(Duration ahead) {
        return new TimeLimits(ahead, future, lateness);
    }

    public TimeLimits withFuture(Duration ahead) {
        return new TimeLimits(clockSkew, ahead, lateness);
    }

    public TimeLimits withLateness(Duration late) {
        return new TimeLimits(clockSkew, future, late);
    }
}
