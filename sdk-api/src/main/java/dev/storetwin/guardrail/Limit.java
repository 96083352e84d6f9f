package dev.storetwin.guardrail;

import dev.storetwin.type.Money;

/**
 * One of the merchant's numbers, kept as data beside the rules.
 *
 * @param name   what it limits, such as {@code minimum advertised price}
 * @param scope  a SKU, category, node, channel or region; {@code *} for everything
 * @param amount the number
 */
public record Limit(String name, String scope, Money amount) implements Fact {}
