package dev.storetwin.core;

import dev.storetwin.Inventory;
import dev.storetwin.OrderPlan;
import dev.storetwin.RebalancingPlan;
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

/** What to order and what to move in the live shop. */
record LiveInventory(LiveShop live, Desks desks) implements Inventory {

    @Override
    public Decision<Replenishment> recommend(Sku sku, NodeId node) {
        Arguments.given("sku, node", sku, node);
        return desks.plans().risk().published(desks.orders().answer(new ReplenishmentQuestion(sku, node, live.now())));
    }

    @Override
    public OrderPlan plan(PlanWishes wishes, PlanWatch watch) {
        Arguments.given("wishes, watch", wishes, watch);
        return desks.plans().plan(wishes, watch);
    }

    @Override
    public Decider<ReplenishmentQuestion, Replenishment> decider() {
        return desks.whatIf().orders();
    }

    @Override
    public Decision<Transfer> recommendTransfer(Sku sku, NodeId to) {
        Arguments.given("sku, to", sku, to);
        return desks.transfers().recommend(sku, to);
    }

    @Override
    public RebalancingPlan rebalance(Sku sku) {
        Arguments.given("sku", sku);
        return desks.transfers().rebalance(List.of(sku));
    }

    @Override
    public RebalancingPlan rebalance(Collection<Sku> skus) {
        Arguments.given("skus", skus);
        skus.forEach(it -> Arguments.given("skus", it));
        return desks.transfers().rebalance(skus);
    }

    @Override
    public Decider<TransferQuestion, Transfer> transferDecider() {
        return desks.whatIf().moves().decider();
    }
}
