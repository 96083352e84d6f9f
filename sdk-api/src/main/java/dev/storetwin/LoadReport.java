package dev.storetwin;

import dev.storetwin.state.Defect;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of many events.
 *
 * @param accepted    now part of the state
 * @param duplicates  known before
 * @param stale       older than what is known
 * @param quarantined not usable, by what is wrong with them
 * @param reasons     the same in words, of one event for each defect
 * @param brokeOff    why the twin took no more of them, where its disk had no room; load again, what is known is a duplicate then
 */
public record LoadReport(
        long accepted,
        long duplicates,
        long stale,
        Map<Defect, Long> quarantined,
        Map<Defect, String> reasons,
        Optional<String> brokeOff) {

    public LoadReport {
        quarantined = Collections.unmodifiableSortedMap(new TreeMap<>(quarantined));
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }
}
