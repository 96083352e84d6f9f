package dev.storetwin.core.inventory.lotsize;

/**
 * How much to order at once.
 *
 * @param quantity in units
 * @param cost     per unit of time
 */
public record Lot(double quantity, double cost) {}
