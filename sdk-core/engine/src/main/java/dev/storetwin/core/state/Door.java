package dev.storetwin.core.state;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Defect;
import java.time.Instant;
import java.util.Optional;

/** What no event may be, whatever it says. */
public final class Door {

    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Door() {}

    /** The reason why an event cannot be used; empty when it can. */
    public static Optional<Acceptance> check(TwinEvent event) {
        var at = event.header().occurredAt();
        return isPossible(at) ? Optional.empty() : refused(event.header().key(), at);
    }

    static Optional<Acceptance> check(EncodedEvent event) {
        var at = event.occurredAt();
        return isPossible(at) ? Optional.empty() : refused(event.key(), at);
    }

    private static boolean isPossible(Instant at) {
        return !at.isBefore(EARLIEST) && !at.isAfter(LATEST);
    }

    private static Optional<Acceptance> refused(Object key, Instant at) {
        return Optional.of(new Acceptance.Quarantined(Defect.IMPOSSIBLE_TIME, """
                %s occurred at %s, expected a moment between 1980 and 2200.
                Maybe milliseconds were read as seconds.""".formatted(key, at)));
    }
}
