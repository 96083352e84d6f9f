package dev.storetwin.platform;

import dev.storetwin.event.EventKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one run found in one list.
 *
 * @param kind        what was listed
 * @param whole       whether everything was asked for, not only what changed
 * @param status      how far it came
 * @param pages       that were read
 * @param pulled      events on them
 * @param accepted    of those, new to the twin
 * @param missed      of those, so old that a webhook should have brought them; none on the first reading of a list
 * @param repeated    known before
 * @param stale       older than what was known
 * @param quarantined events that the twin, and things that the adapter, could not use
 * @param removed     things that were known and that the complete list no longer names
 * @param restored    things that had been taken for gone and that the list names again
 * @param withheld    things that the list does not name and that were not removed, because they are too many or the list has gaps
 * @param lag         from the moment up to which the list was known to the start of this run; empty on the first reading
 * @param again       when to go on, where it has to wait
 * @param problems    what went wrong, in words; the first few
 * @param examples    some of what was missed
 */
public record KindReport(
        ResourceKind kind,
        boolean whole,
        Status status,
        int pages,
        long pulled,
        long accepted,
        long missed,
        long repeated,
        long stale,
        long quarantined,
        long removed,
        long restored,
        long withheld,
        Optional<Duration> lag,
        Optional<Instant> again,
        List<String> problems,
        List<EventKey> examples) {

    /** How far the reading of a list came. */
    public enum Status {
        /** To its end. */
        COMPLETE,
        /** To a page from which a later run goes on. */
        WAITING,
        /** Not to its end, and it will begin again when it is due. */
        FAILED
    }

    public KindReport {
        problems = List.copyOf(problems);
        examples = List.copyOf(examples);
    }
}
