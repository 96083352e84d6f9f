package dev.storetwin.pricing;

import dev.storetwin.proposal.Objective;
import dev.storetwin.type.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one SKU is expected to sell in one channel at each price, beside what it did sell at the prices that stood.
 *
 * @param question     what it is about
 * @param days         that units and values are counted over
 * @param objective    what values count, as a decision does
 * @param present      the price that stands; empty when none is known
 * @param elasticity   that the curve follows; empty when there is no curve
 * @param points       from the lowest price up; empty when there is no curve
 * @param observations week by week, the oldest first; also without a curve
 * @param missing      why there is no curve; empty when there is one
 */
public record DemandCurve(
        PriceQuestion question,
        int days,
        Objective objective,
        Optional<Money> present,
        Optional<PriceElasticity> elasticity,
        List<Point> points,
        List<Week> observations,
        List<String> missing) {

    private static final int WEEK = 7;

    public DemandCurve {
        points = List.copyOf(points);
        observations = List.copyOf(observations);
        missing = List.copyOf(missing);
        if (points.isEmpty() == missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "A demand curve of %s needs points or a reason why it has none.".formatted(question.target()));
        }
    }

    /** No curve, for lack of something. */
    public static DemandCurve missing(
            PriceQuestion question,
            int days,
            Objective objective,
            Optional<Money> present,
            List<Week> observations,
            List<String> missing) {
        return new DemandCurve(question, days, objective, present, Optional.empty(), List.of(), observations, missing);
    }

    /** What is expected at one of the curve's prices; empty for a price between them. */
    public Optional<Point> at(Money price) {
        return points.stream().filter(it -> it.price().equals(price)).findFirst();
    }

    /** Units of a point as a pace, to be compared with {@link Week#pace()}. */
    public Estimate pace(Point point) {
        return point.units().times((double) WEEK / days);
    }

    /**
     * One price.
     *
     * @param units expected to be sold
     * @param value by the objective, without the caution of a decision
     */
    public record Point(Money price, Estimate units, Estimate value) {}

    /**
     * What was sold in one week while the SKU was on offer at a known price.
     *
     * @param monday   its first day
     * @param price    geometric mean over the days on offer
     * @param units    sold on these days; never what a week without stock would have sold
     * @param days     on offer, above 0
     * @param promoted whether a campaign ran on any of them
     */
    public record Week(LocalDate monday, double price, double units, int days, boolean promoted) {

        public Week {
            if (!(price > 0) || days < 1 || days > WEEK) {
                throw new IllegalArgumentException(
                        "A week is seen at a price above zero (%s) on 1 to 7 days (%d).".formatted(price, days));
            }
        }

        /** Units per week of seven days. */
        public double pace() {
            return units * WEEK / days;
        }
    }
}
