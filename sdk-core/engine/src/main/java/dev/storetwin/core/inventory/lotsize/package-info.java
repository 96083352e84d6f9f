/**
 * How much to order at once where demand is known: the economic order quantity and its kin, several items together, and lots by period.
 *
 * <p>Reads costs and rates; hands out quantities and what they cost.
 */
@NullMarked
package dev.storetwin.core.inventory.lotsize;

import org.jspecify.annotations.NullMarked;
