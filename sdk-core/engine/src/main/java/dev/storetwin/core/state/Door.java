package dev.storetwin.core.state;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.state.Acceptance;
import java.time.Instant;
import java.util.Optional;

/** What no event may be, whatever it says. */
final class Door {

    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Door() {}

    /** The reason why an event cannot be used; empty when it can. */
    static Optional<Acceptance> check(EncodedEvent event) {
        var at = event.occurredAt();
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            return Optional.of(new Acceptance.Quarantined("""
                    %s occurred at %s, expected a moment between 1980 and 2200.
                    Maybe milliseconds were read as seconds.""".formatted(event.key(), at)));
        }
        return Optional.empty();
    }
}
