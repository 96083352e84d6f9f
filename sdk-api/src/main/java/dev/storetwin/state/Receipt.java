package dev.storetwin.state;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a purchase order that has arrived: what the time that suppliers take is learned from.
 *
 * @param orderedAt  when it was ordered
 * @param expectedAt when the supplier had promised it
 * @param arrivedAt  when half of it or more was there
 */
public record Receipt(Instant orderedAt, Optional<Instant> expectedAt, Instant arrivedAt) {}
