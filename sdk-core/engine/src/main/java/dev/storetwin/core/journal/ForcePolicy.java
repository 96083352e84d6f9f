package dev.storetwin.core.journal;

import java.time.Duration;

/**
 * When what was committed is forced to disk. What that means for acknowledged records:
 *
 * <table>
 * <caption>What is there afterwards</caption>
 * <tr><th>policy</th><th>a write failed</th><th>the process was killed</th><th>the power went, or the machine crashed</th></tr>
 * <tr><td>{@link #EVERY_GROUP}</td><td>all</td><td>all</td><td>all</td></tr>
 * <tr><td>{@link #every}(t)</td><td>all</td><td>all</td><td>all that is older than t and the time that one force takes, and of the younger
 *     ones a beginning</td></tr>
 * <tr><td>{@link #OFF}</td><td>all</td><td>all</td><td>all but the last 16 MiB at most, and of those a beginning</td></tr>
 * </table>
 *
 * <p>So a weaker policy can cost the end of what was acknowledged, never something from its midst, and only by a loss of power. While the
 * disk refuses to be forced the age of t is exceeded: nothing new is acknowledged then, and what is owed is forced as soon as that works.
 *
 * @param atMostLost how much time of committed records a loss of power may take
 */
public record ForcePolicy(Duration atMostLost) {

    /** Each commit returns when its records are on disk. Nothing acknowledged is ever lost. */
    public static final ForcePolicy EVERY_GROUP = new ForcePolicy(Duration.ZERO);

    /** Records are forced when 16 MiB have gathered or a segment is full, and when the journal is closed; never for their age. */
    public static final ForcePolicy OFF = new ForcePolicy(Duration.ofDays(365_000));

    public ForcePolicy {
        if (atMostLost.isNegative()) {
            throw new IllegalArgumentException("atMostLost (%s) must not be negative.".formatted(atMostLost));
        }
    }

    /** A commit returns at once, and its records are on disk after this time at the latest, whether others follow or not. */
    public static ForcePolicy every(Duration time) {
        return new ForcePolicy(time);
    }

    boolean everyGroup() {
        return atMostLost.isZero();
    }

    boolean inTime() {
        return !everyGroup() && !equals(OFF);
    }
}
