package dev.storetwin.core.inventory.plan;

import dev.storetwin.core.inventory.OrderUpToPlanner;
import dev.storetwin.core.inventory.OrderValues;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Planner;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.SupplierTerms;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Quantity;

/**
 * The quantities of an order that somebody else's planner has proposed.
 *
 * @param order that it would make
 * @param pack  of the supplier, or one unit
 */
record GivenValues(
        TwinState state,
        ReplenishmentQuestion question,
        Planner<ReplenishmentQuestion, Replenishment> planner,
        Replenishment order,
        Quantity pack)
        implements OrderValues {

    private static final Quantity UNIT = Quantity.of(1);

    /**
     * Of any planner.
     *
     * @param order that it would make
     */
    static OrderValues of(
            TwinState state,
            ReplenishmentQuestion question,
            Planner<ReplenishmentQuestion, Replenishment> planner,
            Replenishment order) {
        if (planner instanceof KnownOrder known) {
            return known.values();
        }
        return planner instanceof OrderUpToPlanner ours
                ? ours.values(state, question).orElseThrow()
                : new GivenValues(state, question, planner, order, pack(state, order));
    }

    /** What it ordered may be no whole number of the supplier's packs; then it is the only quantity. */
    private static Quantity pack(TwinState state, Replenishment order) {
        var pack = state.catalog()
                .terms(order.sku())
                .flatMap(SupplierTerms::packSize)
                .filter(Quantity::isPositive)
                .orElse(UNIT);
        return order.quantity().isMultipleOf(pack) ? pack : order.quantity();
    }

    @Override
    public long leastPacks() {
        long minimum = state.catalog()
                .terms(order.sku())
                .flatMap(SupplierTerms::minimumOrder)
                .map(it -> it.min(order.quantity()).orZero().roundedUpTo(pack).thousandths() / pack.thousandths())
                .orElse(1L);
        return Math.max(1, minimum);
    }

    @Override
    public Replenishment of(Quantity quantity) {
        return order.withQuantity(quantity);
    }

    @Override
    public Proposal<Replenishment> proposal() {
        return planner.plan(state, question);
    }

    @Override
    public Alternative<Replenishment> order(Replenishment action) {
        return planner.score(state, question, action);
    }

    @Override
    public double worth(Quantity quantity) {
        return quantity.isZero()
                ? planner.plan(state, question).doNothing().expectedValue()
                : planner.score(state, question, of(quantity)).expectedValue();
    }
}
