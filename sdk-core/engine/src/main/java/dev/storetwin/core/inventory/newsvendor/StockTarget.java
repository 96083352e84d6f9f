package dev.storetwin.core.inventory.newsvendor;

/**
 * The stock to order up to.
 *
 * @param level in units
 * @param cost  that is expected in each period
 */
public record StockTarget(double level, double cost) {}
