/**
 * Prices of many things together, under rules that tie them to each other.
 *
 * <p>Knows no shop: reads items with their ladders and demand, and the merchant's rules; hands on one price for each, with what decided it.
 */
@NullMarked
package dev.storetwin.core.pricing.plan;

import org.jspecify.annotations.NullMarked;
