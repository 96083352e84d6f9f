package dev.storetwin.core;

import dev.storetwin.PlannedOrder;
import dev.storetwin.core.inventory.plan.OrderClaim;
import dev.storetwin.decision.Decision;
import dev.storetwin.inventory.Allotment;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.SkuAtNode;
import dev.storetwin.type.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * One line of a plan, with what it takes to share again.
 *
 * @param wish      units where nothing is scarce
 * @param claim     on what is; empty when nothing is wished, or nothing scarce
 * @param allotment that the decision keeps to
 * @param decision  as it is written down
 * @param told      as the host hears it: in the shadow, nothing is advised
 * @param isSettled whether no later price is known already: then the answer holds until something is heard or the day ends
 */
record PlanLine(
        SkuAtNode pair,
        Quantity wish,
        Optional<OrderClaim> claim,
        Optional<Allotment> allotment,
        Decision<Replenishment> decision,
        Decision<Replenishment> told,
        boolean isSettled)
        implements TrailLine<PlanLine> {

    static Quantity ordered(Decision<Replenishment> decision) {
        return decision.action()
                .or(decision::pending)
                .map(Replenishment::quantity)
                .orElse(Quantity.ZERO);
    }

    /** The same with another answer. */
    PlanLine with(Optional<Allotment> allotted, Decision<Replenishment> written, Decision<Replenishment> heard) {
        return new PlanLine(pair, wish, claim, allotted, written, heard, isSettled);
    }

    @Override
    public PlanLine failed(String reason) {
        var failed = decision.failed(reason);
        return with(allotment, failed, failed);
    }

    PlannedOrder planned() {
        var ordered = ordered(decision);
        double forgone = claim.filter(it -> allotment.isPresent())
                .map(it -> it.claim().gain(it.packs(wish)) - it.claim().gain(it.packs(ordered)))
                .orElse(0.0);
        return new PlannedOrder(
                pair, told, wish, forgone, allotment.map(Allotment::limits).orElse(List.of()));
    }
}
