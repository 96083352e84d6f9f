package dev.storetwin;

import dev.storetwin.decision.Decision;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.SkuAtNode;
import dev.storetwin.type.Quantity;
import java.util.List;

/**
 * One line of a plan.
 *
 * @param decision as it stands in the trail
 * @param wished   units that would be ordered, or wait for a yes, if the plan had no limits
 * @param forgone  what the difference would have brought, in the unit of the decision's objective
 * @param boundBy  the limits that leave no more, by name; empty when all that is wished is there
 */
public record PlannedOrder(
        SkuAtNode pair, Decision<Replenishment> decision, Quantity wished, double forgone, List<String> boundBy) {

    public PlannedOrder {
        boundBy = List.copyOf(boundBy);
    }

    /** Units that are ordered, or wait for a yes. */
    public Quantity planned() {
        return decision.action()
                .or(decision::pending)
                .map(Replenishment::quantity)
                .orElse(Quantity.ZERO);
    }
}
