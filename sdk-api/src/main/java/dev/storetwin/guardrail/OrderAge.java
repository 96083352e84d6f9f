package dev.storetwin.guardrail;

import dev.storetwin.type.OrderId;

/**
 * How long ago an order was placed.
 *
 * @param days of 24 hours up to the moment of the question
 */
public record OrderAge(OrderId order, double days) implements Fact {}
