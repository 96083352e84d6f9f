package dev.storetwin.fulfillment;

import dev.storetwin.proposal.Action;
import dev.storetwin.type.Capability;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Target;
import java.time.Instant;

/**
 * One order sent from one node with one carrier's service.
 *
 * @param handOver when the carrier gets the parcel
 */
public record SourcingPlan(OrderId order, NodeId node, CarrierId carrier, String service, Instant handOver)
        implements Action {

    /** The same plan handed over at another moment; what a rule adjusts to. */
    public SourcingPlan withHandOver(Instant moment) {
        return new SourcingPlan(order, node, carrier, service, moment);
    }

    @Override
    public Capability capability() {
        return Capability.FULFILLMENT;
    }

    @Override
    public Target target() {
        return Target.of(order);
    }

    @Override
    public Commitment commitment() {
        return Commitment.NONE;
    }

    @Override
    public String describe() {
        return "send from %s with %s/%s at %s".formatted(node, carrier, service, handOver);
    }
}
