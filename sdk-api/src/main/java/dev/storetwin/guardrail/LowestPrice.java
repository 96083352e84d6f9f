package dev.storetwin.guardrail;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;

/** The lowest price that stood at any moment of the last thirty days: what a reduction must be measured by in the European Union. */
public record LowestPrice(Sku sku, Channel channel, Money amount) implements Fact {}
