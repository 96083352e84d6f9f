package dev.storetwin.core.inventory.plan;

import dev.storetwin.core.inventory.OrderValues;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Planner;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;

/**
 * A planner that is asked one question only, which was worked out before.
 *
 * @param values of its order
 */
record KnownOrder(OrderValues values) implements Planner<ReplenishmentQuestion, Replenishment> {

    @Override
    public Proposal<Replenishment> plan(TwinState state, ReplenishmentQuestion question) {
        return values.proposal();
    }

    @Override
    public Alternative<Replenishment> score(TwinState state, ReplenishmentQuestion question, Replenishment action) {
        return values.order(action);
    }
}
