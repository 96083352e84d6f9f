package dev.storetwin.core.inventory.horizon;

import java.util.OptionalInt;

/**
 * When to order in a period and up to where.
 *
 * @param reorderAt the highest level at which an order is worth its fixed cost; empty if none is, however low
 * @param orderUpTo the level with the least cost from here on
 */
public record ReorderLevels(OptionalInt reorderAt, int orderUpTo) {}
