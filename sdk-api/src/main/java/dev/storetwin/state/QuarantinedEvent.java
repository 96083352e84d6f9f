package dev.storetwin.state;

import dev.storetwin.event.TwinEvent;
import java.time.Instant;

/**
 * An event that was refused, and why.
 *
 * @param ticket its number in the quarantine, in order of arrival
 * @param event  as it came, or as it was last repaired
 * @param defect what is wrong with it
 * @param reason the same in words
 * @param at     when it was first refused
 * @param times  how often it was delivered
 */
public record QuarantinedEvent(long ticket, TwinEvent event, Defect defect, String reason, Instant at, long times) {

    /** Says which event it is and what is wrong, nothing of what the event holds. */
    @Override
    public String toString() {
        return "#%d %s %s, %s since %s, came %d times"
                .formatted(
                        ticket, event.getClass().getSimpleName(), event.header().key(), defect.label(), at, times);
    }
}
