package dev.storetwin.core.decision;

import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.BindingRule;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.decision.RunnerUp;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Evidence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A decision told to a merchant: what, why, what the rules said, what else there was, and what it rests on. */
public final class Story {

    private static final int DIGITS = 6;

    private Story() {}

    /**
     * A decision as a merchant reads it.
     *
     * @param sequel what became of it, a line each
     */
    public static <A extends Action> String of(Decision<A> decision, List<String> sequel) {
        var lines = new ArrayList<String>();
        lines.add("%s: %s of %s at %s"
                .formatted(decision.id(), word(decision.capability()), decision.target(), decision.asOf()));
        lines.add("Result: %s (%s, %s)"
                .formatted(
                        decision.action().map(Action::describe).orElse("do nothing"),
                        decision.status().label().replace('_', ' '),
                        allowed(decision.autonomy())));
        decision.pending().ifPresent(it -> lines.add("Waiting for a yes: " + it.describe()));
        decision.runnerUp().ifPresent(it -> lines.add(runnerUp(it, decision)));
        section(lines, "Why", decision.reasons());
        section(lines, "Binding rules, which cost " + amount(decision.ruleCost(), decision), bindingRules(decision));
        section(lines, "What the rules said", rules(decision));
        section(lines, "What was considered, by " + decision.objective().name(), alternatives(decision));
        section(
                lines,
                "What was known",
                decision.evidence().stream().map(Story::evidence).toList());
        section(lines, "What it rests on", basis(decision));
        section(lines, "What became of it", sequel);
        return String.join("\n", lines);
    }

    /** How far the twin might go, in words. */
    private static String allowed(Autonomy autonomy) {
        return switch (autonomy) {
            case OFF -> "the twin is off";
            case SHADOW -> "the twin decides in the shadow";
            case ADVISE -> "the twin may only advise";
            case APPROVE -> "the twin may act on a yes";
            case CANARY -> "the twin may act for a share of the keys";
            case FULL -> "the twin may act";
        };
    }

    private static String runnerUp(RunnerUp<?> second, Decision<?> decision) {
        return "Runner-up: %s, %s"
                .formatted(
                        second.alternative().outcome().describe(),
                        Comparisons.difference(
                                second.difference(), decision.objective().unit(), instead(decision)));
    }

    /** What is drawn might have come out otherwise, what a plan has settled might not. */
    private static String instead(Decision<?> decision) {
        return decision.chosen().propensity() < 1 ? "drawn to learn from" : "planned together with others";
    }

    private static List<String> bindingRules(Decision<?> decision) {
        return decision.bindingRules().stream()
                .map(it -> bindingRule(it, decision))
                .toList();
    }

    private static String bindingRule(BindingRule rule, Decision<?> decision) {
        var held = rule.heldBack() == 1
                ? "%s, worth %s more".formatted(rule.best(), amount(rule.cost(), decision))
                : "%s better ones, the best of them %s, worth %s more"
                        .formatted(rule.heldBack(), rule.best(), amount(rule.cost(), decision));
        var alone = rule.alone() > 0
                ? "without this rule alone %s more".formatted(amount(rule.alone(), decision))
                : "other rules stand in the way of the same";
        return "%s (%s): %s; %s".formatted(rule.rule(), word(rule.severity()), held, alone);
    }

    private static String amount(double value, Decision<?> decision) {
        return Comparisons.amount(value, decision.objective().unit());
    }

    private static void section(List<String> lines, String title, List<String> items) {
        if (!items.isEmpty()) {
            lines.add(title + ":");
            items.forEach(it -> lines.add("  " + it.replace("\n", "\n  ")));
        }
    }

    private static List<String> rules(Decision<?> decision) {
        return decision.ruleHits().stream()
                .map(it -> "%s: %s (%s)".formatted(it.rule(), it.reason(), word(it.severity())))
                .toList();
    }

    private static <A extends Action> List<String> alternatives(Decision<A> decision) {
        return decision.alternatives().stream()
                .map(it -> alternative(decision, it))
                .toList();
    }

    private static <A extends Action> String alternative(Decision<A> decision, JudgedAlternative<A> judged) {
        var adjusted = judged.verdict().severity() == Severity.ADJUSTED
                ? ", as " + judged.outcome().describe()
                : "";
        var verdict = judged.verdict().severity() == Severity.ALLOWED
                ? ""
                : ", %s: %s"
                        .formatted(
                                word(judged.verdict().severity()),
                                judged.verdict().reason());
        return "%s %s: %s%s%s%s"
                .formatted(
                        judged.proposed().equals(decision.chosen().proposed()) ? "*" : "-",
                        judged.proposed().describe(),
                        (number(judged.expectedValue()) + " "
                                        + decision.objective().unit())
                                .strip(),
                        adjusted,
                        verdict,
                        judged.propensity() > 0 && judged.propensity() < 1
                                ? ", taken with probability " + number(judged.propensity())
                                : "");
    }

    private static String evidence(Evidence evidence) {
        return "%s: %s %s"
                .formatted(evidence.name(), number(evidence.value()), evidence.unit())
                .strip();
    }

    private static List<String> basis(Decision<?> decision) {
        var basis = new ArrayList<String>();
        basis.add("the shop as known at revision %d, seed %d".formatted(decision.revision(), decision.seed()));
        if (decision.work().effort() != Effort.FULL) {
            basis.add("effort " + word(decision.work().effort()));
            decision.work().models().forEach(it -> basis.add("a model of before: " + it));
        }
        decision.versions().forEach((name, version) -> basis.add(name + " " + version));
        if (!decision.reproducible()) {
            basis.add("it was cut short and cannot be made again");
        }
        return basis;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Two digits after the point where there are digits before it. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "unknown";
        }
        var exact = new BigDecimal(value);
        var rounded = Math.abs(value) >= 1
                ? exact.setScale(2, RoundingMode.HALF_EVEN)
                : exact.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
