package dev.storetwin.event;

/**
 * One aisle of a layout, a straight line on the floor plan, in metres.
 *
 * @param name  as pickers call it
 * @param fromX one end
 * @param fromY one end
 * @param toX   the other end
 * @param toY   the other end
 */
public record Aisle(String name, double fromX, double fromY, double toX, double toY) {}
