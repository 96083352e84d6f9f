package dev.storetwin.guardrail;

import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;

/** What was given back of an order so far; nothing is known where nothing was. */
public record Refunded(OrderId order, Money amount) implements Fact {}
