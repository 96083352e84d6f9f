package dev.storetwin.core.pricing.promotion;

import dev.storetwin.pricing.Estimate;
import dev.storetwin.pricing.PromotionOutlook;
import dev.storetwin.pricing.PromotionPlan;
import dev.storetwin.pricing.PromotionQuestion;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalDouble;

/** What planned promotions are expected to do, by what those of a SKU and its like did. */
final class PlannedPromotions {

    private final OptionalDouble taxRate;

    /** @param taxRate contained in gross prices; empty when it is not known */
    PlannedPromotions(OptionalDouble taxRate) {
        this.taxRate = taxRate;
    }

    /** A lift in units, and what of each unit of it is left after side effects. */
    private record Ahead(double ordinary, double ordinaryDeviation, Estimate lift, double deviation, UsualSides sides) {

        Estimate ordinaryUnits() {
            return Estimate.between(
                    ordinary, Math.max(0, ordinary - 2 * ordinaryDeviation), ordinary + 2 * ordinaryDeviation);
        }

        /** Units of the lift at one worth, side effects at others. */
        Estimate sum(double own, double pulled, double substitute, double companion, double constant) {
            double perUnit = own
                    + pulled * sides.aside().mean()
                    + substitute * sides.substitutes().mean()
                    + companion * sides.companions().mean();
            double spread = pulled * pulled * sides.aside().variance()
                    + substitute * substitute * sides.substitutes().variance()
                    + companion * companion * sides.companions().variance();
            double squared = lift.mean() * lift.mean() + deviation * deviation;
            double bound = 2 * Math.sqrt(perUnit * perUnit * deviation * deviation + spread * squared);
            double value = perUnit * lift.mean() + constant;
            return Estimate.between(value, value - bound, value + bound);
        }
    }

    PromotionOutlook outlook(TwinState state, PromotionPlan plan, Instant asOf) {
        var days = PromotionDays.before(state, plan.channel(), asOf);
        if (days.isEmpty()) {
            return PromotionOutlook.unknown(plan, "nothing was ever sold");
        }
        var question = PromotionQuestion.of(plan.sku(), plan.channel(), plan.starts(), plan.ends());
        var panel = new ShopPanel(days.get(), question);
        var study = panel.study(Optional.empty());
        var name = panel.sku().value();
        var curve = LiftCurve.of(study.responses((thing, span) -> discount(days.get(), thing, span)));
        var refusal = curve.refusal(plan.discount());
        var pace = study.pace(name);
        if (!refusal.isEmpty() || !(pace.mean() > 0)) {
            return PromotionOutlook.unknown(
                    plan, refusal.isEmpty() ? "it did not sell in the last weeks, or was not on offer" : refusal);
        }
        return answer(days.get(), panel, plan, ahead(plan, pace, curve.at(name, plan.discount()), study.usual(name)));
    }

    private static double discount(PromotionDays days, String thing, Span span) {
        return PromotionPrices.of(
                        days.state(), Sku.of(thing), days.channel(), days.start(span.from()), days.start(span.until()))
                .map(PromotionPrices::share)
                .orElse(Double.NaN);
    }

    private static Ahead ahead(PromotionPlan plan, Pace pace, LiftCurve.Expected expected, UsualSides sides) {
        double ordinary = pace.mean() * plan.days();
        double ordinaryDeviation = pace.error() * plan.days();
        var share = expected.lift();
        double own = ordinary * (share.mean() + 1) * expected.deviation();
        double ofPace = share.mean() * ordinaryDeviation;
        double deviation = Math.sqrt(own * own + ofPace * ofPace);
        var lift = new Estimate(
                ordinary * share.mean(),
                Math.min(ordinary * share.lower(), ordinary * share.mean() - 2 * deviation),
                Math.max(ordinary * share.upper(), ordinary * share.mean() + 2 * deviation));
        return new Ahead(ordinary, ordinaryDeviation, atLeastNone(lift, ordinary), deviation, sides);
    }

    /** No promotion sells less than nothing. */
    private static Estimate atLeastNone(Estimate lift, double ordinary) {
        return new Estimate(lift.mean(), Math.max(-ordinary, lift.lower()), lift.upper());
    }

    private PromotionOutlook answer(PromotionDays days, ShopPanel panel, PromotionPlan plan, Ahead ahead) {
        var reasons = new ArrayList<>(ahead.sides().missing());
        var prices = days.state()
                .catalog()
                .price(panel.sku(), plan.channel(), plan.starts())
                .map(it -> new PromotionPrices(plan.regular(), plan.price().toDouble(), it));
        var reading = prices.map(it -> UnitWorth.of(days.state(), panel.sku(), plan.channel(), it, taxRate))
                .orElseGet(() -> UnitWorth.Reading.without("no price of %s is known".formatted(panel.sku())));
        reading.worth()
                .ifPresentOrElse(
                        it -> {
                            if (!it.caveat().isEmpty()) {
                                reasons.add(it.caveat());
                            }
                        },
                        () -> reasons.add("units only: %s".formatted(reading.missing())));
        return new PromotionOutlook(
                plan,
                Optional.of(ahead.ordinaryUnits()),
                Optional.of(ahead.lift()),
                Optional.of(ahead.sum(1, 1, 1, 1, 0)),
                reading.worth().map(it -> margin(ahead, it)),
                reading.worth().map(UnitWorth::currency),
                reasons);
    }

    /** What others lose or win counts as much as a unit of the thing itself at its regular price. */
    private static Estimate margin(Ahead ahead, UnitWorth worth) {
        double regular = worth.regular();
        return ahead.sum(worth.reduced(), regular, regular, regular, -worth.discount() * ahead.ordinary());
    }
}
