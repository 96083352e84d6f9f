package dev.storetwin.guardrail;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;

/** The price that stood when the shop's day began; without it nothing is known of the day's moves. */
public record DayStartPrice(Sku sku, Channel channel, Money amount) implements Fact {}
