package dev.storetwin.guardrail;

import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;

/** What an order of a shopper who is known by a token comes to, without what was cancelled, in the reporting currency. */
public record OrderValue(OrderId order, Money amount) implements Fact {}
