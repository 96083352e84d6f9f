package dev.storetwin.core.pricing;

import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.type.Money;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where a demand curve is worked out: from a little below the lowest price of the ladder and of the past to a little above the highest, but
 * not so far that nobody would charge it.
 *
 * @param present that stands
 * @param ladder  that a decision climbs; all of it is on the curve
 * @param weeks   of the past
 * @param also    on the curve in any case
 */
record CurveGrid(Money present, List<Money> ladder, List<DemandCurve.Week> weeks, Collection<Money> also) {

    private static final int STEPS = 40;
    private static final double ROOM = .05;
    private static final double FARTHEST = 3;

    DemandCurve curve(PriceQuestion question, PricingOptions options, PriceCase prices) {
        return new DemandCurve(
                question,
                options.horizonDays(),
                PriceCase.objective(options, present.currency().getCurrencyCode()),
                Optional.of(present),
                Optional.of(prices.elasticity()),
                prices().stream().map(prices::point).toList(),
                weeks,
                List.of());
    }

    private Collection<Money> prices() {
        var prices = new TreeSet<>(ladder);
        prices.addAll(also);
        prices.add(present);
        double low = lowest() * (1 - ROOM);
        double high = highest() * (1 + ROOM);
        for (int step = 0; step <= STEPS; step++) {
            double ratio = (low + (high - low) * step / STEPS) / present.toDouble();
            var price = present.times(ratio).rounded();
            if (price.isPositive()) {
                prices.add(price);
            }
        }
        return prices;
    }

    private double lowest() {
        double seen = weeks.stream().mapToDouble(DemandCurve.Week::price).reduce(present.toDouble(), Math::min);
        double rung = ladder.stream().mapToDouble(Money::toDouble).reduce(seen, Math::min);
        return Math.max(rung, present.toDouble() / FARTHEST);
    }

    private double highest() {
        double seen = weeks.stream().mapToDouble(DemandCurve.Week::price).reduce(present.toDouble(), Math::max);
        double rung = ladder.stream().mapToDouble(Money::toDouble).reduce(seen, Math::max);
        return Math.min(rung, present.toDouble() * FARTHEST);
    }
}
