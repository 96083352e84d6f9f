package dev.storetwin.cli.report;

import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.pricing.Estimate;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.type.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The prices that could stand, from the lowest up, and what each would bring.
 *
 * @param objective what the values count, such as {@code expected margin over 28 days}
 * @param unit      of the values, such as {@code GBP}
 */
public record PriceLadder(String objective, String unit, List<Rung> rungs) {

    private static final double TWO_SIDED_95 = 1.96;

    private static final Comparator<Rung> BY_PRICE =
            Comparator.comparing(Rung::price).thenComparing(Rung::role).thenComparing(Rung::value);

    public PriceLadder {
        rungs = rungs.stream().sorted(BY_PRICE).toList();
    }

    /** What a rung is to the decision, most important first. */
    public enum Role {
        CHOSEN,
        WAITING,
        RUNNER_UP,
        OTHER
    }

    /**
     * One price.
     *
     * @param value    by the decision's objective, with its caution
     * @param expected the same before any caution, with its 95 % interval; empty where the planner does not tell
     * @param units    expected sales at it
     * @param standing whether it is the price of now
     */
    public record Rung(
            Money price,
            double value,
            Optional<Estimate> expected,
            OptionalDouble units,
            Severity severity,
            Role role,
            boolean standing) {

        public Rung {
            Finite.check("the value of " + price, value);
            expected.ifPresent(it -> Finite.check("the interval of " + price, it.upper() - it.lower()));
            units.ifPresent(it -> Finite.check("the units of " + price, it));
        }
    }

    /**
     * The ladder that a decision climbed. An alternative stands at the price that would really be set: the proposed one, or what a rule
     * adjusted it to. Alternatives that end at one price are one rung.
     *
     * @param units name of the evidence that says what each price is expected to sell
     * @return empty when no price was proposed
     */
    public static Optional<PriceLadder> of(Decision<PriceChange> decision, String units) {
        var standing = decision.alternatives().stream()
                .flatMap(it -> it.proposed().action().stream())
                .map(PriceChange::from)
                .findFirst();
        return standing.map(it -> climbed(decision, units, it));
    }

    private static PriceLadder climbed(Decision<PriceChange> decision, String units, Money standing) {
        var runnerUp = runnerUp(decision);
        var byPrice = new TreeMap<Money, Rung>();
        for (var judged : decision.alternatives()) {
            if (Finite.isDrawable(judged.expectedValue())) {
                var price = judged.action().map(PriceChange::to).orElse(standing);
                var rung = new Rung(
                        price,
                        judged.expectedValue(),
                        expected(judged),
                        evidence(judged, units),
                        judged.verdict().severity(),
                        role(judged, decision, runnerUp),
                        judged.proposed().isDoNothing());
                byPrice.merge(price, rung, PriceLadder::moreTelling);
            }
        }
        return new PriceLadder(decision.objective().name(), decision.objective().unit(), List.copyOf(byPrice.values()));
    }

    private static Rung moreTelling(Rung one, Rung other) {
        if (one.role() != other.role()) {
            return one.role().compareTo(other.role()) < 0 ? one : other;
        }
        return one.severity().compareTo(other.severity()) <= 0 ? one : other;
    }

    private static Role role(
            JudgedAlternative<PriceChange> judged,
            Decision<PriceChange> decision,
            Optional<JudgedAlternative<PriceChange>> runnerUp) {
        if (leadsTo(judged, decision.chosen().action())) {
            return judged.passes() ? Role.CHOSEN : Role.OTHER;
        }
        if (judged.action().isPresent() && leadsTo(judged, decision.pending())) {
            return Role.WAITING;
        }
        return runnerUp.filter(it -> it.equals(judged)).isPresent() ? Role.RUNNER_UP : Role.OTHER;
    }

    /** The best of those that could have been done as well. */
    private static Optional<JudgedAlternative<PriceChange>> runnerUp(Decision<PriceChange> decision) {
        return decision.alternatives().stream()
                .filter(JudgedAlternative::passes)
                .filter(it -> !leadsTo(it, decision.chosen().action()))
                .max(Comparator.comparingDouble(JudgedAlternative::expectedValue));
    }

    private static boolean leadsTo(JudgedAlternative<PriceChange> judged, Optional<PriceChange> action) {
        return judged.action().equals(action);
    }

    private static Optional<Estimate> expected(JudgedAlternative<PriceChange> judged) {
        return judged.outcome()
                .belief()
                .map(it -> Estimate.between(it.mean(), it.at(-TWO_SIDED_95), it.at(TWO_SIDED_95)))
                .filter(it -> Finite.isDrawable(it.upper() - it.lower()));
    }

    private static OptionalDouble evidence(JudgedAlternative<PriceChange> judged, String name) {
        return judged.outcome().evidence().stream()
                .filter(it -> it.name().equals(name))
                .mapToDouble(Evidence::value)
                .filter(Finite::isDrawable)
                .findFirst();
    }
}
