package dev.storetwin.core.inventory;

import dev.storetwin.forecast.TimeSeries;
import java.util.List;

/**
 * One product in one store at the end of a week, as weekly replenishment sees it.
 *
 * @param sales     of the weeks so far with their in-stock flags and dates
 * @param groups    from coarse to fine, such as department and product group; as many for every shelf
 * @param onHand    units at the end of the last week
 * @param inTransit units by the week at whose start they come, the next week first
 */
public record Shelf(TimeSeries sales, List<String> groups, double onHand, List<Double> inTransit) {

    public Shelf {
        groups = List.copyOf(groups);
        inTransit = List.copyOf(inTransit);
        if (!Double.isFinite(onHand)
                || inTransit.stream().anyMatch(it -> !(it >= 0 && it < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException(
                    "Shelf %s: on hand (%s) must be a number, and in transit %s none below zero."
                            .formatted(sales.name(), onHand, inTransit));
        }
    }
}
