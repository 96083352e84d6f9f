package dev.storetwin.state;

import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import java.time.Instant;

/**
 * A price that was drawn to learn, be it the best or another: what moved it was chance and not demand, so what demand answered tells what a price
 * does.
 *
 * @param since  when it was carried out
 * @param before what stood before
 */
public record TriedPrice(DecisionId decision, Instant since, Money before, Money price) {}
