package dev.storetwin.guardrail;

import dev.storetwin.type.Sku;

/**
 * How long the stock of a SKU lasts.
 *
 * @param units what can be promised now
 * @param days  at the expected demand; very large when nothing sells
 */
public record StockCover(Sku sku, double units, double days) implements Fact {}
