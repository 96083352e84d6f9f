package dev.storetwin.core.state.quality;

import dev.storetwin.event.EventHeader;
import dev.storetwin.state.Defect;
import dev.storetwin.state.TimeLimits;
import java.time.Instant;

/** Looks at where an event comes from and when it happened. */
final class HeaderChecks {

    private final TimeLimits limits;
    private final int longestId;
    private final Findings findings;
    private final long skewSeconds;
    private final long lateSeconds;
    private Instant now = Instant.MAX;

    HeaderChecks(TimeLimits limits, int longestId, Findings findings) {
        this.limits = limits;
        this.longestId = longestId;
        this.findings = findings;
        this.skewSeconds = limits.clockSkew().toSeconds();
        this.lateSeconds = limits.lateness().toSeconds();
    }

    /** The twin's own time: nothing was received later, whatever an event says of itself. */
    void next(Instant twin) {
        now = twin;
    }

    void check(EventHeader header) {
        id("event id", header.key().eventId(), header);
        id("id of its entity", header.entity().id(), header);
        long behind = received(header).getEpochSecond() - header.occurredAt().getEpochSecond();
        if (behind < -skewSeconds) {
            ahead(header);
        } else if (behind > lateSeconds) {
            findings.add(Defect.LATE, () ->
                    """
                    %s occurred at %s and was received at %s, more than %s later.
                    Maybe a queue was stuck, or it is history: load it as such.""".formatted(header.key(), header.occurredAt(), header.receivedAt(), limits.lateness()));
        }
    }

    private Instant received(EventHeader header) {
        return header.receivedAt().isAfter(now) ? now : header.receivedAt();
    }

    private void ahead(EventHeader header) {
        var received = received(header);
        boolean wrong = header.occurredAt().isAfter(received.plus(limits.future()));
        findings.add(wrong ? Defect.FUTURE : Defect.CLOCK_SKEW, () -> """
                %s occurred at %s and was received at %s, expected at most %s ahead.
                Maybe day and month were swapped, or a clock is wrong.""".formatted(
                        header.key(), header.occurredAt(), received, wrong ? limits.future() : limits.clockSkew()));
    }

    /** An endless id is not repeated in the reason, and one that cannot be printed neither. */
    private void id(String what, String id, EventHeader header) {
        if (id.length() > longestId || !Letters.areWhole(id)) {
            findings.add(
                    Defect.MALFORMED_ID, () -> """
                    The %s of an event of %s has %d characters, expected at most %d, none of them a control character or half of one.
                    Maybe a whole line or body was taken for an id.""".formatted(what, header.key().source(), id.length(), longestId));
        }
    }
}
