package dev.storetwin.guardrail;

import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;

/** What one unit of a SKU costs the shop. */
public record LandedCost(Sku sku, Money amount) implements Fact {}
