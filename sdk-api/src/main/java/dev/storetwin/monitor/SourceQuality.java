package dev.storetwin.monitor;

import dev.storetwin.event.EventKey;
import dev.storetwin.state.Defect;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one source has sent since the twin was opened, and how good it was.
 *
 * @param accepted       events that became part of the state
 * @param duplicates     known before
 * @param stale          older than what was known
 * @param quarantined    refused, by what was wrong with them
 * @param notes          taken with something odd about them, by what it was
 * @param examples       the last event of each defect
 * @param lateness       how long its news was on its way
 * @param outOfOrder     events that had happened before one that came earlier
 * @param lastOccurredAt of the newest event that was not refused; empty without any
 * @param health         whether it is heard as usual
 */
public record SourceQuality(
        Source source,
        long accepted,
        long duplicates,
        long stale,
        Map<Defect, Long> quarantined,
        Map<Defect, Long> notes,
        Map<Defect, EventKey> examples,
        Lateness lateness,
        long outOfOrder,
        Optional<Instant> lastOccurredAt,
        SourceHealth health) {

    public SourceQuality {
        quarantined = sorted(quarantined);
        notes = sorted(notes);
        examples = sorted(examples);
    }

    private static <V> Map<Defect, V> sorted(Map<Defect, V> map) {
        var sorted = new EnumMap<Defect, V>(Defect.class);
        sorted.putAll(map);
        return Collections.unmodifiableMap(sorted);
    }

    /** All events that came. */
    public long events() {
        return accepted + duplicates + stale + refused();
    }

    /** Events that were refused. */
    public long refused() {
        return sum(quarantined);
    }

    /** References to SKUs, nodes and channels that nothing had described when they came. One event counts once for each of the three. */
    public long unknownReferences() {
        return notes.entrySet().stream()
                .filter(it -> it.getKey().isUnknownReference())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Share of events that came out of order; 0 without events. */
    public double outOfOrderShare() {
        return events() == 0 ? 0 : (double) outOfOrder / events();
    }

    private static long sum(Map<Defect, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
