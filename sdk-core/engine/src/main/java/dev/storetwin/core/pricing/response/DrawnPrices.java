package dev.storetwin.core.pricing.response;

import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TriedPrice;
import java.time.Instant;
import java.util.List;

/**
 * How far prices were moved by chance: what was drawn to learn, against what stood right before, as long as it stands. Demand has no part in that, so
 * it tells prices from demand as a cost does. It is the last move alone, since all moves together would be the price itself.
 *
 * @param tried   oldest first
 * @param history of all prices, oldest first
 */
record DrawnPrices(List<TriedPrice> tried, List<PricePoint> history) {

    /**
     * Costs as far as they are known, times how far a drawn price has moved at each moment.
     *
     * @param costs by moment; NaN where not known, also where no price was ever drawn
     */
    double[] times(double[] costs, List<Instant> moments) {
        if (tried.isEmpty()) {
            return costs;
        }
        var moved = new double[costs.length];
        for (int i = 0; i < costs.length; i++) {
            moved[i] = (costs[i] > 0 ? costs[i] : 1) * move(moments.get(i));
        }
        return moved;
    }

    private double move(Instant moment) {
        return history.stream()
                .filter(it -> !it.from().isAfter(moment))
                .reduce((earlier, later) -> later)
                .flatMap(standing -> tried.stream()
                        .filter(it -> !it.since().isAfter(moment))
                        .reduce((earlier, later) -> later)
                        .filter(it -> it.price().isNearly(standing.price())
                                && it.before().isPositive()))
                .map(it -> it.price().ratioTo(it.before()))
                .orElse(1.0);
    }
}
