package dev.storetwin.guardrail;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;

/**
 * How long a price has stood: since the twin changed it, or the shop last told another one. When a decision is rolled back nothing is said of it, so
 * that a cool-down never keeps a price from going back.
 *
 * @param days of 24 hours; 0.5 for twelve hours
 */
public record PriceAge(Sku sku, Channel channel, double days) implements Fact {}
