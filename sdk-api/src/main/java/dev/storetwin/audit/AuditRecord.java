package dev.storetwin.audit;

import java.time.Instant;

/**
 * An entry as it stands in a trail.
 *
 * @param place counted from 0
 * @param at    the moment that it tells of
 * @param entry as JSON, byte for byte what its leaf is the hash of
 */
public record AuditRecord(long place, Instant at, String entry) {}
