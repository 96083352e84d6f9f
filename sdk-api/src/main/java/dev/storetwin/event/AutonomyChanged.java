package dev.storetwin.event;

import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;

/**
 * How far the twin may go alone was changed.
 *
 * @param level as the decision room names it
 */
public record AutonomyChanged(EventHeader header, Capability capability, String level, Actor by) implements TwinAct {}
