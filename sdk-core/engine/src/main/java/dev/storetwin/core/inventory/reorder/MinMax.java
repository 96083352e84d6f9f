package dev.storetwin.core.inventory.reorder;

/**
 * An (s, S) policy: when the stock position is at s or below at a review, order up to S.
 *
 * @param reorderPoint s, in units
 * @param orderUpTo    S, in units
 * @param cost         that is expected per period
 */
public record MinMax(int reorderPoint, int orderUpTo, double cost) {}
