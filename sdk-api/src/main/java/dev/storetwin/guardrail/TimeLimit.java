package dev.storetwin.guardrail;

import java.time.LocalTime;

/**
 * One of the merchant's times of day.
 *
 * @param name  what it limits, such as {@code last price change}
 * @param scope a SKU, category, node, channel or region; {@code *} for everything
 * @param time  in the shop's time zone
 */
public record TimeLimit(String name, String scope, LocalTime time) implements Fact {}
