package dev.storetwin.guardrail;

import dev.storetwin.type.CarrierId;
import dev.storetwin.type.NodeId;
import java.time.Instant;

/**
 * Until when a node can hand parcels of a service to the carrier on the day in question.
 *
 * @param latest the last moment of the day
 * @param next   the last moment of the following day on which the carrier collects
 */
public record CutOff(NodeId node, CarrierId carrier, String service, Instant latest, Instant next) implements Fact {

    public CutOff {
        if (!next.isAfter(latest)) {
            throw new IllegalArgumentException("""
                    The cut-off after %s must be later, not %s.
                    Maybe the two are swapped.""".formatted(latest, next));
        }
    }
}
