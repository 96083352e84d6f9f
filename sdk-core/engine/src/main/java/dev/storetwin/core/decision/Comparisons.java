package dev.storetwin.core.decision;

import dev.storetwin.decision.BindingRule;
import dev.storetwin.decision.Comparison;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.proposal.Action;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts into words how a decision stands against what the rules held back, and against what came second. */
final class Comparisons {

    private static final int MOST_RULES = 3;

    private Comparisons() {}

    /** The best that was held back and why, then the other rules that held back something better; nothing where no rule cost anything. */
    static <A extends Action> List<String> rules(Comparison<A> comparison, String unit) {
        var words = new ArrayList<String>();
        adjusted(comparison, unit).ifPresent(words::add);
        comparison.heldBack().ifPresent(best -> {
            if (!best.proposed().equals(comparison.chosen().proposed())) {
                words.add(heldBack(best, comparison, unit));
            }
            comparison.bindingRules().stream()
                    .filter(it -> !speaksOf(it, best))
                    .limit(MOST_RULES)
                    .map(it -> alsoBinding(it, unit))
                    .forEach(words::add);
        });
        return words;
    }

    /** What waits for a yes has told its reason already. */
    private static <A extends Action> String heldBack(
            JudgedAlternative<A> best, Comparison<A> comparison, String unit) {
        var more = "%s would bring %s more".formatted(best.proposed().describe(), amount(comparison.ruleCost(), unit));
        return best.proposed().equals(comparison.told().proposed())
                ? more + " than doing nothing until then"
                : more + ": " + best.verdict().reason();
    }

    private static <A extends Action> Optional<String> adjusted(Comparison<A> comparison, String unit) {
        var chosen = comparison.chosen();
        if (chosen.verdict().severity() != Severity.ADJUSTED) {
            return Optional.empty();
        }
        double cost = chosen.proposed().expectedValue() - chosen.expectedValue();
        var more = cost > 0 ? ", which would bring %s more".formatted(amount(cost, unit)) : "";
        return Optional.of("adjusted from %s%s: %s"
                .formatted(chosen.proposed().describe(), more, chosen.verdict().reason()));
    }

    private static boolean speaksOf(BindingRule rule, JudgedAlternative<?> judged) {
        return judged.hits().stream().map(RuleHit::rule).anyMatch(rule.rule()::equals);
    }

    private static String alsoBinding(BindingRule rule, String unit) {
        return "%s holds back %s too, which would bring %s more: %s"
                .formatted(rule.rule(), rule.best(), amount(rule.cost(), unit), rule.reason());
    }

    /** What comes second, and by how much. */
    static <A extends Action> Optional<String> runnerUp(Comparison<A> comparison, String unit) {
        return comparison.runnerUp().map(it -> "Runner-up: %s, %s"
                .formatted(
                        it.alternative().outcome().describe(),
                        difference(it.difference(), unit, "drawn to learn from")));
    }

    /**
     * Such as {@code 1.20 EUR less}, seen from what was decided.
     *
     * @param instead why what was decided was taken where it is not the best
     */
    static String difference(double less, String unit, String instead) {
        var amount = amount(Math.abs(less), unit);
        return rounded(less).signum() == 0
                ? "just as good to a hundredth"
                : less > 0 ? amount + " less" : amount + " more: the one above was " + instead;
    }

    /** With two digits after the point. */
    static String amount(double value, String unit) {
        var number = Double.isFinite(value) ? rounded(value).toPlainString() : "unlimited";
        return (number + " " + unit).strip();
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN);
    }
}
