package dev.storetwin.pricing;

import dev.storetwin.type.Sku;

/**
 * Another SKU that moved with the promotions of one.
 *
 * @param units that it sold more in this promotion, below zero for less
 */
public record RelatedEffect(Sku sku, Estimate units) {}
