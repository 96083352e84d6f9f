package dev.storetwin.event;

import dev.storetwin.type.Actor;
import dev.storetwin.type.DecisionId;

/** What a decision changed was changed back. */
public record DecisionRolledBack(EventHeader header, DecisionId decision, Actor by, String reason) implements TwinAct {}
