package dev.storetwin.core;

import dev.storetwin.OrderPlan;
import dev.storetwin.core.guardrail.Gate;
import dev.storetwin.core.inventory.plan.PlanLimits;
import dev.storetwin.core.state.Workers;
import dev.storetwin.inventory.PlanWishes;
import dev.storetwin.proposal.PlanWatch;
import java.util.function.Supplier;

/**
 * Plans orders for many pairs at once, about the live shop.
 *
 * @param live     whose state is planned for
 * @param deciders who decide each pair, on nobody's budget
 * @param control  how far the twin may go
 * @param gate     the guardrails in force
 * @param workers  who plan side by side
 * @param risk     where other rooms look up whether a SKU may run out
 */
record PlanDesk(
        LiveShop live, Deciders deciders, Control control, Supplier<Gate> gate, Workers workers, StockOutRisk risk) {

    /** @throws IllegalArgumentException for a budget in another currency than the shop's */
    OrderPlan plan(PlanWishes wishes, PlanWatch watch) {
        live.requireMayWait("Inventory.plan");
        var moment = PlanMoment.of(live.state(), live.now(), gate.get());
        var limits = new PlanLimits(wishes.limits(), moment.state().currency());
        return new PlanRun(this, wishes, limits, moment, watch).anew();
    }

    /** The wishes of a plan for the shop of now. */
    OrderPlan again(MadePlan before, PlanWatch watch) {
        live.requireMayWait("OrderPlan.again");
        var moment = PlanMoment.of(live.state(), live.now(), gate.get());
        var run = new PlanRun(this, before.wishes(), before.planLimits(), moment, watch);
        return before.isStopped()
                ? run.anew()
                : PlanChanges.between(before.moment(), moment, deciders.facts())
                        .map(it -> run.after(before, it))
                        .orElseGet(run::anew);
    }
}
