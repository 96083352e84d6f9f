/**
 * How demand answers to price: elasticities from panels of prices and units, and a clear word where the data cannot say.
 *
 * <p>Reads plain panels and knows no shop; hands estimates with interval, status and reason to the stations of pricing.
 */
@NullMarked
package dev.storetwin.core.pricing.elasticity;

import org.jspecify.annotations.NullMarked;
