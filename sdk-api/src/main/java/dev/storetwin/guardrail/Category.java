package dev.storetwin.guardrail;

import dev.storetwin.type.Sku;

/** The category that a SKU belongs to. */
public record Category(Sku sku, String name) implements Fact {}
