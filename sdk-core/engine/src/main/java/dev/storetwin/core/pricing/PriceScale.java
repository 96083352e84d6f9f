package dev.storetwin.core.pricing;

import dev.storetwin.proposal.Belief;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Scores prices against the present one, over the elasticities that are thinkable.
 *
 * <p>A price is only better when it still is if the elasticity is somewhat worse than thought: so each is scored by the present value plus the
 * least gain over a few elasticities, less what a change has to bring. Beyond the prices that demand was seen at, an elasticity is doubted more.
 */
final class PriceScale {

    private final PricingOptions options;
    private final PriceEconomics economics;
    private final ShrunkenElasticity elasticity;
    private final PriceTrial trial;
    private final double seenAt;
    private final double present;
    private final Rung standing;

    /** @param seenAt the price that recent demand was seen at */
    PriceScale(
            PricingOptions options,
            PriceEconomics economics,
            ShrunkenElasticity elasticity,
            PriceTrial trial,
            double seenAt) {
        this.options = options;
        this.economics = economics;
        this.elasticity = elasticity;
        this.trial = trial;
        this.seenAt = seenAt;
        this.present = economics.price().toDouble();
        this.standing = new Rung(present);
    }

    /**
     * What came of one price.
     *
     * @param likely by the likely elasticity
     * @param value  with caution
     * @param belief without caution
     */
    record Score(RungOutcome likely, double value, Belief belief) {}

    /** Tries prices together, and the present one with them, which is cheaper than one by one and changes nothing. */
    void follow(List<Double> prices) {
        var rungs = Stream.concat(Stream.of(standing), prices.stream().map(Rung::new));
        trial.follow(rungs.flatMapToDouble(Rung::factors).toArray());
    }

    Score score(double price) {
        var rung = new Rung(price);
        return new Score(rung.at(elasticity.value()), rung.value(), rung.belief());
    }

    /** What comes of a price by the elasticity that lies so many doubts away, and never above zero. */
    RungOutcome at(double price, double doubts) {
        var rung = new Rung(price);
        return rung.at(rung.answer(doubts));
    }

    /** What comes of leaving the price as it is, by the likely elasticity. */
    RungOutcome now() {
        return standing.at(elasticity.value());
    }

    /** One price with the elasticities that are thinkable there. */
    private final class Rung {

        private final double price;
        private final double distance;
        private final double doubt;

        Rung(double price) {
            this.price = price;
            this.distance = StrictMath.log(felt(price) / seenAt);
            this.doubt = elasticity.standardError() * (1 + beyond(price));
        }

        /** Of demand at this price and at the present one. */
        DoubleStream factors() {
            return Arrays.stream(new double[] {0, options.caution(), -options.caution(), 1, -1})
                    .map(this::answer)
                    .distinct()
                    .flatMap(it -> DoubleStream.of(factor(it, distance), factor(it, standing.distance)));
        }

        /** The elasticity so many doubts away; demand never rises with the price. */
        double answer(double doubts) {
            return Math.min(0, elasticity.value() + doubts * doubt);
        }

        RungOutcome at(double answer) {
            return trial.at(economics.worth(price, options.objective()), factor(answer, distance));
        }

        double value() {
            double worthNow = now().value();
            double hurdle = price == present ? 0 : options.leastGain() * Math.abs(worthNow);
            return worthNow + leastGain() - hurdle;
        }

        private double leastGain() {
            double gain = gain(answer(0));
            gain = Math.min(gain, gain(answer(-options.caution())));
            return Math.min(gain, gain(answer(options.caution())));
        }

        private double gain(double answer) {
            return at(answer).value() - standing.at(answer).value();
        }

        /** By the delta method: how the value answers to the elasticity, times how much that is doubted. */
        Belief belief() {
            double elastic = answer(-1);
            double rigid = answer(1);
            double slope = (at(rigid).value() - at(elastic).value()) / (rigid - elastic);
            return new Belief(at(elasticity.value()).value(), slope * doubt);
        }
    }

    private static double factor(double answer, double distance) {
        return StrictMath.exp(answer * distance);
    }

    /** A cut below everything seen brings no more demand than one to the edge of what is believed; a rise is always felt. */
    private double felt(double price) {
        double edge = lowestSeen() * (1 - options.reach());
        return Math.max(price, Math.min(edge, present));
    }

    /** How far a price is beyond what was seen, in steps of what is believed. */
    double beyond(double price) {
        double distance =
                Math.max(0, Math.max(StrictMath.log(price / highestSeen()), StrictMath.log(lowestSeen() / price)));
        return options.reach() > 0 ? distance / StrictMath.log1p(options.reach()) : distance > 0 ? 1 : 0;
    }

    double lowestSeen() {
        double seen = elasticity.lowestPrice();
        return seen > 0 ? Math.min(seen, present) : present;
    }

    double highestSeen() {
        return Math.max(elasticity.highestPrice(), present);
    }
}
