package dev.storetwin;

import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
import dev.storetwin.inventory.PlanWishes;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.inventory.TransferQuestion;
import dev.storetwin.proposal.PlanWatch;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.util.Collection;
import java.util.List;

/** What to order, and what to move between nodes. */
public interface Inventory {

    /** The best order for now, within the guardrails. */
    Decision<Replenishment> recommend(Sku sku, NodeId node);

    /**
     * Orders for many pairs at once, which share budgets and space. Takes seconds to minutes, in this thread and on the executor that the host lent;
     * it is on nobody's cost budget. A pair that cannot be planned is a line that says why, never an exception.
     *
     * @throws IllegalArgumentException for a budget in another currency than the shop's
     */
    OrderPlan plan(PlanWishes wishes, PlanWatch watch);

    /** The same, unwatched. */
    default OrderPlan plan(PlanWishes wishes) {
        return plan(wishes, PlanWatch.PATIENT);
    }

    /** The best order for any state and moment, changing nothing. */
    Decider<ReplenishmentQuestion, Replenishment> decider();

    /** What to bring to a node from another one, within the guardrails: the one transfer that is worth most. */
    Decision<Transfer> recommendTransfer(Sku sku, NodeId to);

    /**
     * What to move between all nodes so that stock lies where it is worth most. SKUs share what lanes and nodes can carry and handle: who gains
     * most by a unit comes first. Takes about as long as one recommendation for each node of each SKU, more where there are dozens, in this thread and on the cost budget of the capability.
     * What cannot be planned is a decision to do nothing that says why, never an exception.
     */
    RebalancingPlan rebalance(Collection<Sku> skus);

    /** The same for one SKU. */
    default RebalancingPlan rebalance(Sku sku) {
        return rebalance(List.of(sku));
    }

    /** The best transfer for any state and moment, changing nothing. */
    Decider<TransferQuestion, Transfer> transferDecider();
}
