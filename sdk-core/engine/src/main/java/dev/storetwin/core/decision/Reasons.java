package dev.storetwin.core.decision;

import dev.storetwin.core.experiment.Drawing;
import dev.storetwin.decision.Comparison;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.proposal.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts into words why a decision came out as it did, most important first. */
final class Reasons {

    private Reasons() {}

    static <A extends Action> List<String> of(
            Proposal<A> proposal,
            DecisionStatus status,
            JudgedAlternative<A> chosen,
            Optional<JudgedAlternative<A>> waiting,
            List<JudgedAlternative<A>> judged,
            Work work,
            Drawing drawing) {
        var unit = proposal.objective().unit();
        var comparison = new Comparison<>(chosen, waiting.orElse(chosen), judged);
        var reasons = new ArrayList<String>();
        reasons.add(
                drawing.regret() > 0
                        ? "%s is tried to learn".formatted(chosen.outcome().describe())
                        : headline(proposal, status, chosen, waiting));
        reasons.addAll(drawing.reasons());
        reasons.addAll(proposal.missing());
        if (work.effort() != Effort.FULL) {
            reasons.add(work.inWords());
        }
        reasons.addAll(Comparisons.rules(comparison, unit));
        Comparisons.runnerUp(comparison, unit).ifPresent(reasons::add);
        reasons.addAll(proposal.reasons());
        return reasons.stream().distinct().toList();
    }

    private static <A extends Action> String headline(
            Proposal<A> proposal,
            DecisionStatus status,
            JudgedAlternative<A> chosen,
            Optional<JudgedAlternative<A>> waiting) {
        return switch (status) {
            case INSUFFICIENT_DATA -> "not enough is known to decide";
            case NEEDS_REVIEW ->
                "%s waits for approval: %s"
                        .formatted(
                                waiting.map(it -> it.outcome().describe()).orElse(""),
                                waiting.map(it -> it.verdict().reason()).orElse(""));
            case BLOCKED -> "the guardrails refuse everything that is better than doing nothing";
            case NO_ACTION -> "nothing is expected to be better than leaving things as they are";
            case ADVISED, UNGUARDED -> gain(proposal, chosen);
            case FAILED -> "the answer failed";
            case OVER_BUDGET -> "the cost budget is spent";
            case WITHHELD -> "nothing is advised here";
        };
    }

    private static <A extends Action> String gain(Proposal<A> proposal, JudgedAlternative<A> chosen) {
        double gain = chosen.expectedValue() - proposal.doNothing().expectedValue();
        return "%s: %s more %s than doing nothing"
                .formatted(
                        chosen.outcome().describe(),
                        Comparisons.amount(gain, proposal.objective().unit()),
                        proposal.objective().name());
    }
}
