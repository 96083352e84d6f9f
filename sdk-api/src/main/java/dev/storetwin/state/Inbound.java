package dev.storetwin.state;

import dev.storetwin.type.Quantity;
import java.time.Instant;
import java.util.Optional;

/**
 * Something on its way to a node.
 *
 * @param quantity   what has not arrived yet
 * @param expectedAt when it should
 */
public record Inbound(Quantity quantity, Optional<Instant> expectedAt) {}
