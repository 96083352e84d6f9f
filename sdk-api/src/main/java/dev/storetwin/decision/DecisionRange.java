package dev.storetwin.decision;

import dev.storetwin.type.Capability;
import java.time.Instant;
import java.util.Optional;

/**
 * Which past decisions are meant: of all that everything given here holds for, the newest.
 *
 * @param from       not before this moment
 * @param until      before this moment
 * @param capability that decided; empty for each
 * @param most       how many at most; so many are held in memory
 */
public record DecisionRange(Instant from, Instant until, Optional<Capability> capability, int most) {

    /** More at once would not fit into an ordinary heap. */
    public static final int LARGEST = 100_000;

    public DecisionRange {
        if (most < 1 || most > LARGEST) {
            throw new IllegalArgumentException(
                    "Between 1 and %,d decisions can be looked at in one go, not %,d.\nMaybe take one span of time after the other."
                            .formatted(LARGEST, most));
        }
    }

    /** The newest of all. */
    public static DecisionRange newest(int most) {
        return new DecisionRange(Instant.MIN, Instant.MAX, Optional.empty(), most);
    }

    /** Of these moments alone; {@code end} is not among them. */
    public DecisionRange between(Instant start, Instant end) {
        return new DecisionRange(start, end, capability, most);
    }

    public DecisionRange of(Capability one) {
        return new DecisionRange(from, until, Optional.of(one), most);
    }
}
