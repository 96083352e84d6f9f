package dev.storetwin.state;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of quarantined events that were offered again.
 *
 * @param accepted   now part of the state
 * @param duplicates known by then from elsewhere
 * @param stale      older than what is known by then
 * @param refused    still in quarantine, by what is wrong with them
 * @param failures   repairs that threw, in words
 */
public record Replayed(long accepted, long duplicates, long stale, Map<Defect, Long> refused, List<String> failures) {

    public Replayed {
        var sorted = new EnumMap<Defect, Long>(Defect.class);
        sorted.putAll(refused);
        refused = Collections.unmodifiableMap(sorted);
        failures = List.copyOf(failures);
    }

    /** Events that left the quarantine. */
    public long left() {
        return accepted + duplicates + stale;
    }
}
