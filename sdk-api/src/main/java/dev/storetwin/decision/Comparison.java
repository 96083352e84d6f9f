package dev.storetwin.decision;

import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.proposal.Action;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How what was decided stands against all else that was weighed: what the rules held back, and what came second.
 *
 * @param chosen what was decided
 * @param told   what the decision is about: what waits for a yes where something does, else what was chosen
 * @param others all alternatives, these among them
 */
public record Comparison<A extends Action>(
        JudgedAlternative<A> chosen, JudgedAlternative<A> told, List<JudgedAlternative<A>> others) {

    private static final Comparator<BindingRule> MOST_COSTLY_FIRST =
            Comparator.comparingDouble(BindingRule::cost).reversed().thenComparing(BindingRule::rule);

    public Comparison {
        others = List.copyOf(others);
    }

    /** The most valuable thing that the rules stopped or changed, as it was proposed; empty when nothing better was. */
    public Optional<JudgedAlternative<A>> heldBack() {
        return better().findFirst();
    }

    /** What the rules cost: by how much the best that was held back would beat what was decided. 0 when nothing better was. */
    public double ruleCost() {
        return heldBack().map(this::cost).orElse(0.0);
    }

    /** Rules that held back something better, the most costly first. */
    public List<BindingRule> bindingRules() {
        var byRule = new LinkedHashMap<String, BindingRule>();
        better().forEach(it ->
                restrictions(it).forEach(hit -> byRule.merge(hit.rule(), first(hit, it), Comparison::and)));
        return byRule.values().stream().sorted(MOST_COSTLY_FIRST).toList();
    }

    /** The best that passes and does something else than what the decision is about. */
    public Optional<RunnerUp<A>> runnerUp() {
        return others.stream()
                .filter(JudgedAlternative::passes)
                .filter(it -> !it.action().equals(told.action()) && !isNoChange(it))
                .max(Comparator.<JudgedAlternative<A>>comparingDouble(JudgedAlternative::expectedValue)
                        .thenComparing(it -> it.outcome().isDoNothing())
                        .thenComparing(it -> it.outcome().describe(), Comparator.reverseOrder()))
                .map(it -> new RunnerUp<>(it, told.expectedValue() - it.expectedValue()))
                .filter(it -> Double.isFinite(it.difference()));
    }

    /** Whether it ends where doing nothing does, such as a price that a rule brought back to the present one. */
    private boolean isNoChange(JudgedAlternative<A> judged) {
        return judged.action().isPresent()
                && told.outcome().isDoNothing()
                && judged.expectedValue() == told.expectedValue();
    }

    /** What would beat the decision and may not be done as it was proposed; best first. */
    private Stream<JudgedAlternative<A>> better() {
        return others.stream()
                .filter(it -> it.verdict().severity() != Severity.ALLOWED)
                .filter(it -> cost(it) > 0)
                .sorted(Comparator.<JudgedAlternative<A>>comparingDouble(
                                it -> -it.proposed().expectedValue())
                        .thenComparing(it -> it.proposed().describe()));
    }

    private double cost(JudgedAlternative<A> judged) {
        return judged.proposed().expectedValue() - chosen.expectedValue();
    }

    private static List<RuleHit> restrictions(JudgedAlternative<?> judged) {
        return judged.hits().stream()
                .filter(it -> it.severity() != Severity.ALLOWED)
                .toList();
    }

    private BindingRule first(RuleHit hit, JudgedAlternative<A> judged) {
        boolean onlyIt = restrictions(judged).stream().allMatch(it -> it.rule().equals(hit.rule()));
        var best = judged.proposed().describe();
        return new BindingRule(
                hit.rule(), hit.severity(), hit.reason(), 1, best, cost(judged), onlyIt ? cost(judged) : 0);
    }

    /** Of one rule, the better alternative first. */
    private static BindingRule and(BindingRule best, BindingRule next) {
        int more = best.best().equals(next.best()) ? 0 : next.heldBack();
        var severity = best.severity().compareTo(next.severity()) >= 0 ? best.severity() : next.severity();
        return new BindingRule(
                best.rule(),
                severity,
                best.reason(),
                best.heldBack() + more,
                best.best(),
                best.cost(),
                Math.max(best.alone(), next.alone()));
    }
}
