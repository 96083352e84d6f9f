package dev.storetwin.event;

import dev.storetwin.type.Actor;

/** An experiment ended. */
public record ExperimentStopped(EventHeader header, String experiment, Actor by, String reason) implements TwinAct {}
