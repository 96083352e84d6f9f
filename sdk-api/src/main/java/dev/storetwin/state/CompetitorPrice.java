package dev.storetwin.state;

import dev.storetwin.type.Money;
import java.time.Instant;

/**
 * What somebody else asked for the same thing.
 *
 * @param at when it was seen; it stands until it is seen again
 */
public record CompetitorPrice(String competitor, Instant at, Money price) {}
