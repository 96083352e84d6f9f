package dev.storetwin.core.inventory.horizon;

import java.util.List;

/**
 * How a season is ordered for at the least expected cost.
 *
 * @param levels one pair per period
 * @param cost   expected, discounted to the first period, from the initial level on
 */
public record SeasonPlan(List<ReorderLevels> levels, double cost) {

    public SeasonPlan {
        levels = List.copyOf(levels);
    }
}
