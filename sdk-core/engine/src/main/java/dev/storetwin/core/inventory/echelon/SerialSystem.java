package dev.storetwin.core.inventory.echelon;

import dev.storetwin.core.inventory.demand.DemandRate;
import java.util.List;

/**
 * A chain of stages that ends at the customer. The outermost stage orders from a supplier who always has stock; demand that
 * cannot be met waits.
 *
 * @param stages       from the customer upwards: the first sells, the last buys
 * @param demand       of the customers
 * @param shortageCost of a unit owed to a customer, per unit of time
 */
public record SerialSystem(List<Stage> stages, DemandRate demand, double shortageCost) {

    public SerialSystem {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("A chain needs at least one stage.");
        }
        if (!(shortageCost > 0 && shortageCost < Double.MAX_VALUE)) {
            throw new IllegalArgumentException("The shortage cost (%s) must be above 0.".formatted(shortageCost));
        }
        if (leadTimeTo(stages, stages.size() - 1) == 0) {
            throw new IllegalArgumentException("""
                    All lead times are 0, so no stage needs stock.
                    Maybe a review period counts as lead time of the last stage.""");
        }
    }

    /** Cost of owing a unit at the last moment: it is neither held anywhere nor sold. */
    double penalty() {
        return shortageCost
                + stages.stream().mapToDouble(Stage::echelonHoldingCost).sum();
    }

    /** Lead time from the supplier of a stage to the customer. */
    double leadTimeTo(int stage) {
        return leadTimeTo(stages, stage);
    }

    private static double leadTimeTo(List<Stage> stages, int stage) {
        return stages.subList(0, stage + 1).stream()
                .mapToDouble(Stage::leadTime)
                .sum();
    }
}
