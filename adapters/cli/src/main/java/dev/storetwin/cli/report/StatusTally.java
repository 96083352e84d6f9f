package dev.storetwin.cli.report;

import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.type.Capability;

/**
 * How many decisions of one capability have one status.
 *
 * @param gain expected over doing nothing, of all of them together
 * @param unit of the gain; empty when they do not share one
 */
public record StatusTally(Capability capability, DecisionStatus status, long decisions, double gain, String unit) {}
