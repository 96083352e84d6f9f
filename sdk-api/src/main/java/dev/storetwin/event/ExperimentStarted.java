package dev.storetwin.event;

import dev.storetwin.type.Actor;

/** An experiment began; its settings are in the experiment room under this name and version. */
public record ExperimentStarted(EventHeader header, String experiment, int version, Actor by) implements TwinAct {}
