package dev.storetwin.guardrail;

import dev.storetwin.event.NodeKind;
import dev.storetwin.type.NodeId;

/**
 * A node as the shop describes it.
 *
 * @param country empty where it is not known
 * @param region  state, province or department; empty where it is not known
 * @param active  whether it works at all
 */
public record Location(NodeId node, NodeKind kind, String country, String region, boolean active) implements Fact {}
