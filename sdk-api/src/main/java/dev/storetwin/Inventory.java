package dev.storetwin;

import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;

/** What to order. */
public interface Inventory {

    /** The best order for now, within the guardrails. */
    Decision<Replenishment> recommend(Sku sku, NodeId node);

    /** The same for any state and moment, changing nothing. */
    Decider<ReplenishmentQuestion, Replenishment> decider();
}
