package dev.storetwin.core.audit;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.AuditEntry.Noted;
import java.time.Instant;

/**
 * Entries that could not be written, one after the other.
 *
 * @param count  how many
 * @param from   moment of the first
 * @param to     moment of the last
 * @param reason why the last could not be written
 */
record Missed(long count, Instant from, Instant to, String reason) {

    /** What is known when nothing is missing. */
    static final Missed NOTHING = new Missed(0, Instant.MIN, Instant.MIN, "");

    Missed with(AuditEntry entry, Throwable why) {
        return new Missed(count + 1, count == 0 ? entry.at() : from, entry.at(), String.valueOf(why.getMessage()));
    }

    boolean isNothing() {
        return count == 0;
    }

    /** As the trail tells it, before the first entry that can be written again. */
    Noted note() {
        return new Noted(to, "entries missing", "%d from %s to %s: %s".formatted(count, from, to, reason));
    }
}
