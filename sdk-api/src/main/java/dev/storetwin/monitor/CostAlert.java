package dev.storetwin.monitor;

import dev.storetwin.proposal.Effort;
import dev.storetwin.type.Capability;
import java.time.Instant;

/**
 * The cost of a capability has become news: another effort from now on, models given up for lack of room, or threads that cannot be measured.
 *
 * @param at    when it was noticed
 * @param from  the effort before
 * @param to    the effort from now on; the same where something else is told
 * @param words the same for people, with what was spent
 */
public record CostAlert(Capability capability, Instant at, Effort from, Effort to, String words) {

    /** Whether less work is done from now on. */
    public boolean isStepDown() {
        return to.isBelow(from);
    }

    @Override
    public String toString() {
        return words;
    }
}
