package dev.storetwin.guardrail;

import dev.storetwin.type.NodeId;
import java.time.Instant;

/** The node cannot work at the moment of the question. */
public record NodeOutage(NodeId node, Instant since, String reason) implements Fact {}
