package dev.storetwin.event;

import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;

/**
 * What one unit of a bundle is made of.
 *
 * @param sku      the part
 * @param quantity how much of it one bundle takes
 */
public record BundlePart(Sku sku, Quantity quantity) {}
