package dev.storetwin.guardrail;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;

/** The price that stands at the moment of the question. */
public record CurrentPrice(Sku sku, Channel channel, Money amount) implements Fact {}
