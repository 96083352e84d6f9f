package dev.storetwin.core.decision;

import dev.storetwin.core.experiment.Drawing;
import dev.storetwin.decision.Comparison;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts into words why a decision came out as it did, most important first.
 *
 * @param waiting what is better and waits for a yes
 */
record Reasons<A extends Action>(
        GuardedDecider.Weighed<A> weighed,
        DecisionStatus status,
        JudgedAlternative<A> chosen,
        Optional<JudgedAlternative<A>> waiting,
        Drawing drawing) {

    List<String> all() {
        var proposal = weighed.proposal();
        var unit = proposal.objective().unit();
        var comparison = new Comparison<>(chosen, waiting.orElse(chosen), weighed.judged());
        var reasons = new ArrayList<String>();
        reasons.add(
                drawing.regret() > 0
                        ? "%s is tried to learn".formatted(chosen.outcome().describe())
                        : headline());
        reasons.addAll(drawing.reasons());
        reasons.addAll(proposal.missing());
        if (weighed.work().effort() != Effort.FULL) {
            reasons.add(weighed.work().inWords());
        }
        reasons.addAll(Comparisons.rules(comparison, unit));
        Comparisons.runnerUp(comparison, unit).ifPresent(reasons::add);
        reasons.addAll(proposal.reasons());
        return reasons.stream().distinct().toList();
    }

    /** Where nothing was left to choose, alternatives are no runners-up: whoever settled it has weighed them otherwise. */
    List<String> settled(Settled settled) {
        var reasons = new ArrayList<String>();
        reasons.add(settled.headline());
        reasons.addAll(weighed.proposal().missing());
        var comparison = new Comparison<>(chosen, chosen, weighed.judged());
        reasons.addAll(
                Comparisons.rules(comparison, weighed.proposal().objective().unit()));
        reasons.addAll(weighed.proposal().reasons());
        return reasons.stream().distinct().toList();
    }

    private String headline() {
        return switch (status) {
            case INSUFFICIENT_DATA -> "not enough is known to decide";
            case NEEDS_REVIEW ->
                "%s waits for approval: %s"
                        .formatted(
                                waiting.map(it -> it.outcome().describe()).orElse(""),
                                waiting.map(it -> it.verdict().reason()).orElse(""));
            case BLOCKED -> "the guardrails refuse everything that is better than doing nothing";
            case NO_ACTION -> "nothing is expected to be better than leaving things as they are";
            case ADVISED, UNGUARDED -> gain();
            case FAILED -> "the answer failed";
            case OVER_BUDGET -> "the cost budget is spent";
            case WITHHELD -> "nothing is advised here";
        };
    }

    private String gain() {
        var proposal = weighed.proposal();
        double gain = chosen.expectedValue() - proposal.doNothing().expectedValue();
        return "%s: %s more %s than doing nothing"
                .formatted(
                        chosen.outcome().describe(),
                        Comparisons.amount(gain, proposal.objective().unit()),
                        proposal.objective().name());
    }
}
