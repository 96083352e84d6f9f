package dev.storetwin.core;

import dev.storetwin.RebalancingPlan;
import dev.storetwin.core.inventory.thrift.TransferPlanning;
import dev.storetwin.decision.Decision;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.inventory.TransferQuestion;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.util.Collection;

/**
 * Answers questions about transfers in the live shop.
 *
 * @param desk     for single questions
 * @param planning that knows what is worth asking
 */
record TransferDesk(LiveShop live, Desk<TransferQuestion, Transfer> desk, TransferPlanning planning) {

    Decision<Transfer> recommend(Sku sku, NodeId to) {
        return desk.answer(TransferQuestion.of(sku, to, live.now()));
    }

    RebalancingPlan rebalance(Collection<Sku> skus) {
        return new RebalancingRun(desk, planning, live.state(), live.now()).of(skus);
    }
}
