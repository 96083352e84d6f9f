package dev.storetwin.core.inventory.echelon;

/**
 * Goods go from one node to another.
 *
 * @param from the name of the node that delivers
 * @param to   the name of the node that is delivered to
 */
public record ServiceLane(String from, String to) {}
