/**
 * Orders when customers who find an empty shelf go away and goods take time to come.
 *
 * <p>Reads `demand` and keyed chance; hands policies, each of which answers a pipeline with an order, and what they cost.
 */
@NullMarked
package dev.storetwin.core.inventory.lostsales;

import org.jspecify.annotations.NullMarked;
