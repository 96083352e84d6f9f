package dev.storetwin.core.inventory.horizon;

import dev.storetwin.core.inventory.demand.UnitDemand;
import java.util.Map;

/**
 * What one period asks for and what it costs. An order arrives before the demand of its period; what cannot be met waits.
 *
 * @param fixedCost    of an order, whatever its size
 * @param purchaseCost of one unit
 * @param holdingCost  of a unit left at the end of the period
 * @param shortageCost of a unit owed at the end of the period
 */
public record Period(
        UnitDemand demand, double fixedCost, double purchaseCost, double holdingCost, double shortageCost) {

    public Period {
        Map.of("fixed", fixedCost, "purchase", purchaseCost, "holding", holdingCost, "shortage", shortageCost)
                .forEach((name, cost) -> {
                    if (!(cost >= 0 && cost < Double.MAX_VALUE)) {
                        throw new IllegalArgumentException(
                                "The %s cost (%s) of a period must be a number from 0 up.".formatted(name, cost));
                    }
                });
    }

    /** Expected cost of holding and owing, when this stands on the shelf before demand. */
    double mismatch(int level) {
        double owed = demand.shortage(level);
        return holdingCost * (level - demand.mean() + owed) + shortageCost * owed;
    }
}
