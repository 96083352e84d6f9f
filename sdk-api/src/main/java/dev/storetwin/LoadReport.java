package dev.storetwin;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of many events.
 *
 * @param accepted    now part of the state
 * @param duplicates  known before
 * @param stale       older than what is known
 * @param quarantined not usable, with their reasons and how often each
 */
public record LoadReport(long accepted, long duplicates, long stale, Map<String, Long> quarantined) {

    public LoadReport {
        quarantined = Collections.unmodifiableSortedMap(new TreeMap<>(quarantined));
    }
}
