package dev.storetwin;

import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
import dev.storetwin.inventory.PlanWatch;
import dev.storetwin.inventory.PlanWishes;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;

/** What to order. */
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
}
