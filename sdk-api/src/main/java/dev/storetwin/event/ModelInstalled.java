package dev.storetwin.event;

import dev.storetwin.type.Actor;

/**
 * Another model is in force.
 *
 * @param contentHash of the model's file
 */
public record ModelInstalled(EventHeader header, String model, String contentHash, Actor by) implements TwinAct {}
