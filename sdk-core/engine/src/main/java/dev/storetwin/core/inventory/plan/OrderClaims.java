package dev.storetwin.core.inventory.plan;

import dev.storetwin.core.inventory.OrderValues;
import dev.storetwin.core.proposal.Planning;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.proposal.Effort;
import dev.storetwin.state.TwinState;

/**
 * Makes the claims of orders.
 *
 * @param orders how they are planned
 * @param effort that goes into it
 * @param limits that they share
 */
public record OrderClaims(Planning<ReplenishmentQuestion, Replenishment> orders, Effort effort, PlanLimits limits) {

    /** So little does weigh what is known in no money that it comes after all that is. */
    private static final double NO_MONEY = 1e-9;

    /**
     * The quantities of an order.
     *
     * @param wish the order where nothing is scarce
     */
    public OrderValues values(TwinState state, ReplenishmentQuestion question, Replenishment wish) {
        return GivenValues.of(
                state, question, orders.within(effort, state, question).planner(), wish);
    }

    /**
     * What an order would make of what is scarce.
     *
     * @param wish    the order where nothing is
     * @param inMoney whether what it is worth is known in the currency of the shop
     */
    public OrderClaim of(TwinState state, OrderValues values, Replenishment wish, boolean inMoney) {
        var pack = wish.quantity().isMultipleOf(values.pack()) ? values.pack() : wish.quantity();
        var uses = limits.uses(state, wish, pack);
        var claim = OrderClaim.claim(values, pack, wish.quantity(), inMoney ? 1 : NO_MONEY, uses);
        return new OrderClaim(pack, claim, uses.names(), uses.unknown());
    }
}
