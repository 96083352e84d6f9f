package dev.storetwin.event;

import dev.storetwin.type.Actor;

/**
 * Another rule set is in force.
 *
 * @param contentHash of the rules, as every decision carries it
 */
public record RulesInstalled(EventHeader header, String ruleSet, String contentHash, Actor by) implements TwinAct {}
