package dev.storetwin.state;

import dev.storetwin.type.Quantity;
import java.time.Instant;
import java.util.Optional;

/**
 * Something on its way to a node.
 *
 * @param quantity   what has not arrived yet
 * @param expectedAt when it should
 * @param orderedAt  since when it is on its way
 */
public record Inbound(Quantity quantity, Optional<Instant> expectedAt, Optional<Instant> orderedAt) {

    /** Nobody knows since when. */
    public Inbound(Quantity quantity, Optional<Instant> expectedAt) {
        this(quantity, expectedAt, Optional.empty());
    }
}
