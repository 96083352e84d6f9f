package dev.storetwin.state;

import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import java.time.Instant;

/**
 * One order of one shopper that was not cancelled whole.
 *
 * @param revenue of what was not cancelled, in the reporting currency; net where the platform gave net
 */
public record Purchase(OrderId order, Instant at, Money revenue) {}
