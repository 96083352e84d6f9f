package dev.storetwin.core.inventory.reorder;

/**
 * An (r, Q) policy: when the stock position falls to r, order Q.
 *
 * @param reorderPoint r, in units
 * @param quantity     Q, in units
 * @param cost         that is expected per unit of time
 */
public record FixedLots(double reorderPoint, double quantity, double cost) {}
