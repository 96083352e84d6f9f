package dev.storetwin.core;

import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.type.Capability;

/**
 * Where questions are answered.
 *
 * @param whatIf who answers about other states than the live one: with full work, on nobody's budget
 */
record Desks(
        Desk<PriceQuestion, PriceChange> prices,
        MarkdownDesk markdowns,
        Desk<ReplenishmentQuestion, Replenishment> orders,
        PlanDesk plans,
        PricePlanDesk pricePlans,
        TransferDesk transfers,
        Deciders whatIf) {

    /**
     * @param thrifty who answers about the live shop
     * @param plans   many orders at once
     */
    static Desks of(LiveShop live, Deciders thrifty, Deciders whatIf, Control control, Costs costs, PlanDesk plans) {
        return new Desks(
                new Desk<>(live, thrifty.prices(), control, costs.meter(Capability.PRICING)),
                markdowns(live, thrifty.markdowns(), control, costs),
                new Desk<>(live, thrifty.orders(), control, costs.meter(Capability.INVENTORY)),
                plans,
                new PricePlanDesk(live, whatIf, control, plans.gate(), plans.workers()),
                transfers(live, thrifty.moves(), control, costs),
                whatIf);
    }

    private static MarkdownDesk markdowns(LiveShop live, Deciders.Markdowns markdowns, Control control, Costs costs) {
        return new MarkdownDesk(
                live,
                new Desk<>(live, markdowns.decider(), control, costs.meter(Capability.PRICING)),
                markdowns.planning());
    }

    private static TransferDesk transfers(LiveShop live, Deciders.Moves moves, Control control, Costs costs) {
        return new TransferDesk(
                live, new Desk<>(live, moves.decider(), control, costs.meter(Capability.INVENTORY)), moves.planning());
    }
}
