package dev.storetwin.core.inventory.echelon;

import java.util.List;

/**
 * Echelon base stock levels of a chain and what they cost.
 *
 * @param levels from the customer upwards: each stage orders when what it has, what is on the way to it and what lies
 *               nearer to the customer, less what is owed, is below its level
 * @param cost   expected, per unit of time, goods in transit between the stages included
 */
public record SerialPlan(List<Double> levels, double cost) {

    public SerialPlan {
        levels = List.copyOf(levels);
    }
}
