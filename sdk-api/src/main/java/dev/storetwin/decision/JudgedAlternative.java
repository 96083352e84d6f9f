package dev.storetwin.decision;

import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Alternative;
import java.util.List;
import java.util.Optional;

/**
 * One alternative with what the guardrails said and how likely it was to be taken.
 *
 * @param proposed   as the planner made it
 * @param outcome    what would really be done, with its own value: the proposed one, or what the guardrails made of it
 * @param verdict    after all guardrails
 * @param hits       rules that spoke
 * @param propensity the probability with which it was taken; 0 for what could not be
 */
public record JudgedAlternative<A extends Action>(
        Alternative<A> proposed, Alternative<A> outcome, Verdict<A> verdict, List<RuleHit> hits, double propensity) {

    public JudgedAlternative {
        hits = List.copyOf(hits);
    }

    /** What would be done; empty for "do nothing". */
    public Optional<A> action() {
        return outcome.action();
    }

    /** What it is expected to bring, by the decision's objective. */
    public double expectedValue() {
        return outcome.expectedValue();
    }

    /** Whether the guardrails let it be done without asking anybody. */
    public boolean passes() {
        return verdict.severity().compareTo(Severity.ADJUSTED) <= 0;
    }

    public JudgedAlternative<A> withPropensity(double probability) {
        return new JudgedAlternative<>(proposed, outcome, verdict, hits, probability);
    }
}
