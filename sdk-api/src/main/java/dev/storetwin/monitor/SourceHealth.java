package dev.storetwin.monitor;

import dev.storetwin.type.Source;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a source is heard as usual, at one moment.
 *
 * @param lastHeard when its last event was received
 * @param silence   since then
 * @param usual     how many events other weeks had in the same span, in the middle; 0 while learning
 * @param words     the same for people
 */
public record SourceHealth(Source source, Pulse pulse, Instant lastHeard, Duration silence, long usual, String words) {

    public boolean isSilent() {
        return pulse == Pulse.SILENT;
    }
}
