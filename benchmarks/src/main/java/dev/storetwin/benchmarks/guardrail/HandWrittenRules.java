package dev.storetwin.benchmarks.guardrail;

import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.DayStartPrice;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Market;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.pricing.PriceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The checks of {@link MadeUpRules} as a programmer would write them in Java. */
final class HandWrittenRules {

    private final List<Check> checks;

    HandWrittenRules(int count) {
        checks = IntStream.range(0, count).mapToObj(HandWrittenRules::check).toList();
    }

    /** One rule; what it hears of is told to the findings. */
    interface Check {

        void look(PriceChange change, GuardrailContext context, Findings findings);
    }

    /** What rules have said so far. */
    static final class Findings {

        private final List<RuleHit> hits = new ArrayList<>();
        private final List<PriceChange> adjustments = new ArrayList<>();

        void hit(String rule, Severity severity, String reason) {
            hits.add(new RuleHit(rule, severity, reason));
        }

        void adjust(String rule, PriceChange to, String reason) {
            adjustments.add(to);
            hit(rule, Severity.ADJUSTED, reason);
        }

        Ruling<PriceChange> ruling() {
            return new Ruling<>(hits, adjustments);
        }
    }

    Ruling<PriceChange> check(PriceChange change, GuardrailContext context) {
        var findings = new Findings();
        for (var check : checks) {
            check.look(change, context, findings);
        }
        return findings.ruling();
    }

    static Check check(int number) {
        return switch (number % 5) {
            case 0 -> floor(number, Double.parseDouble("1.%03d".formatted(number)));
            case 1 -> (change, context, findings) -> dayMove(number, change, context, findings);
            case 2 -> (change, context, findings) -> shortage(number, change, context, findings);
            case 3 -> (change, context, findings) -> region(number, change, context, findings);
            default -> (change, context, findings) -> category(number, change, context, findings);
        };
    }

    private static Check floor(int number, double factor) {
        return (change, context, findings) -> fact(context, LandedCost.class)
                .filter(it -> it.sku().equals(change.sku()))
                .map(it -> it.amount().times(factor))
                .filter(it -> change.to().compareTo(it) < 0)
                .ifPresent(it ->
                        findings.hit("floor " + number, Severity.BLOCKED, "%s is below %s".formatted(change.to(), it)));
    }

    private static void dayMove(int number, PriceChange change, GuardrailContext context, Findings findings) {
        fact(context, DayStartPrice.class)
                .filter(it -> it.sku().equals(change.sku()) && it.channel().equals(change.channel()))
                .filter(it -> change.to().compareTo(it.amount().times(number / 1_000.0)) < 0)
                .ifPresent(it -> findings.hit(
                        "day move " + number, Severity.NEEDS_REVIEW, "more than a day's move of " + number));
    }

    private static void shortage(int number, PriceChange change, GuardrailContext context, Findings findings) {
        fact(context, StockCover.class)
                .filter(it -> it.sku().equals(change.sku()) && change.move() < 0)
                .filter(it -> it.days() < number && it.units() < 50)
                .ifPresent(it -> findings.hit(
                        "short " + number, Severity.BLOCKED, "no discount while %d days last".formatted(number)));
    }

    private static void region(int number, PriceChange change, GuardrailContext context, Findings findings) {
        fact(context, Market.class)
                .filter(it -> it.channel().equals(change.channel())
                        && it.region().value().equals("R" + number))
                .filter(it -> change.to().amount().doubleValue() > number)
                .ifPresent(it -> findings.hit("region " + number, Severity.BLOCKED, "too much for the region"));
    }

    private static void category(int number, PriceChange change, GuardrailContext context, Findings findings) {
        var isOther = fact(context, Market.class)
                .filter(it -> it.channel().equals(change.channel())
                        && it.region().value().equals("X" + number))
                .isEmpty();
        fact(context, Category.class)
                .filter(it -> it.sku().equals(change.sku()) && it.name().equals("C" + number))
                .filter(it -> isOther && change.to().amount().doubleValue() < 500)
                .map(it -> change.withTo(change.to().roundedUpToEnding("99")))
                .filter(it -> !it.equals(change))
                .ifPresent(it -> findings.adjust("category " + number, it, "prices end in 99"));
    }

    private static <F extends Fact> Optional<F> fact(GuardrailContext context, Class<F> kind) {
        for (var fact : context.facts()) {
            if (kind.isInstance(fact)) {
                return Optional.of(kind.cast(fact));
            }
        }
        return Optional.empty();
    }
}
