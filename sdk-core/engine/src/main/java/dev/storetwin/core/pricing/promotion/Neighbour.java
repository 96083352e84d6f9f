package dev.storetwin.core.pricing.promotion;

/**
 * Another thing that moved with a thing's promotions.
 *
 * @param units that it sold more in this promotion, below zero for less
 * @param error standard error of the units
 */
public record Neighbour(String name, double units, double error) {}
