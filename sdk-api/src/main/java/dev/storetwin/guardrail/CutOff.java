package dev.storetwin.guardrail;

import dev.storetwin.type.CarrierId;
import dev.storetwin.type.NodeId;
import java.time.Instant;

/** Until when a node can hand parcels of a service to the carrier on the day in question. */
public record CutOff(NodeId node, CarrierId carrier, String service, Instant latest) implements Fact {}
