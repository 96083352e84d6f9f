/**
 * Orders over a season that ends: what to order in each period when demand, costs and the end are known.
 *
 * <p>Reads `demand`; hands reorder levels, order-up-to levels and the expected cost to whoever asks.
 */
@NullMarked
package dev.storetwin.core.inventory.horizon;

import org.jspecify.annotations.NullMarked;
