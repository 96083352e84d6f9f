package dev.storetwin.decision;

import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Alternative;
import java.util.List;
import java.util.Optional;

/**
 * One alternative with what the guardrails said and how likely it was to be taken.
 *
 * @param proposed   as the planner made it
 * @param verdict    after all guardrails
 * @param hits       rules that spoke
 * @param propensity the probability with which it was taken; 0 for what could not be
 */
public record JudgedAlternative<A extends Action>(
        Alternative<A> proposed, Verdict<A> verdict, List<RuleHit> hits, double propensity) {

    public JudgedAlternative {
        hits = List.copyOf(hits);
    }

    /** What would be done: the proposed action or what it was adjusted to; empty for "do nothing". */
    public Optional<A> action() {
        return verdict instanceof Verdict.Adjusted<A> adjusted ? Optional.of(adjusted.to()) : proposed.action();
    }

    public JudgedAlternative<A> withPropensity(double probability) {
        return new JudgedAlternative<>(proposed, verdict, hits, probability);
    }
}
