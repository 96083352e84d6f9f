package dev.storetwin.cli.report;

import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.proposal.Action;
import dev.storetwin.type.Sku;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a decision on one line. */
final class DecisionRows {

    private static final int LONGEST_REASON = 160;

    private DecisionRows() {}

    static <A extends Action> DecisionRow of(Decision<A> decision, Function<Sku, String> names) {
        var target = decision.target();
        var told = told(decision);
        return new DecisionRow(
                0,
                target.sku()
                        .map(Objects::toString)
                        .or(() -> target.order().map(Objects::toString))
                        .orElse(""),
                target.sku().map(names).orElse(""),
                Stream.of(target.channel(), target.node())
                        .flatMap(Optional::stream)
                        .map(Objects::toString)
                        .collect(Collectors.joining(" ")),
                decision.capability(),
                decision.status(),
                told.action().map(Action::describe).orElse("do nothing"),
                gain(decision, told),
                decision.objective().unit(),
                decision.ruleHits().stream().map(RuleHit::rule).distinct().toList(),
                shortened(decision.reasons().stream().findFirst().orElse("")));
    }

    /** What waits for approval when something does, else what was chosen. */
    private static <A extends Action> JudgedAlternative<A> told(Decision<A> decision) {
        return decision.alternatives().stream()
                .filter(it -> it.action().isPresent() && it.action().equals(decision.pending()))
                .findFirst()
                .orElse(decision.chosen());
    }

    private static <A extends Action> double gain(Decision<A> decision, JudgedAlternative<A> told) {
        var gain = told.expectedValue() - decision.baseline();
        return Double.isFinite(gain) ? gain : 0;
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_REASON
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_REASON - 1))
                                .stripTrailing() + "…";
    }
}
