package dev.storetwin.decision;

import dev.storetwin.event.Decided;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Work;
import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The answer to one question: what to do, why, what else there was, and what it rests on. It can be made again, bit for bit, from the
 * revision, the question, the seed and the work that went into it.
 *
 * @param chosen       the alternative that was taken; "do nothing" is one
 * @param pending      an action that waits for somebody's yes
 * @param alternatives all of them, best first, with their verdicts
 * @param objective    what the values count
 * @param evidence     what held for all alternatives
 * @param reasons      in words, most important first
 * @param versions     of rules, models and features, by name
 * @param revision     the state that it was made from
 * @param seed         of its draws
 * @param reproducible false when a deadline cut the work short, or its rules were not ready
 * @param autonomy     how far the twin might go alone when it was made
 * @param work         how much went into it; less than full where a budget ran short
 */
public record Decision<A extends Action>(
        DecisionId id,
        Capability capability,
        Target target,
        Instant asOf,
        DecisionStatus status,
        JudgedAlternative<A> chosen,
        Optional<A> pending,
        List<JudgedAlternative<A>> alternatives,
        Objective objective,
        List<Evidence> evidence,
        List<String> reasons,
        SortedMap<String, String> versions,
        long revision,
        long seed,
        boolean reproducible,
        Autonomy autonomy,
        Work work)
        implements Decided {

    public Decision {
        alternatives = List.copyOf(alternatives);
        evidence = List.copyOf(evidence);
        reasons = List.copyOf(reasons);
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /** Made with full work, by a twin that may only advise. */
    public Decision(
            DecisionId id,
            Capability capability,
            Target target,
            Instant asOf,
            DecisionStatus status,
            JudgedAlternative<A> chosen,
            Optional<A> pending,
            List<JudgedAlternative<A>> alternatives,
            Objective objective,
            List<Evidence> evidence,
            List<String> reasons,
            SortedMap<String, String> versions,
            long revision,
            long seed,
            boolean reproducible) {
        this(
                id,
                capability,
                target,
                asOf,
                status,
                chosen,
                pending,
                alternatives,
                objective,
                evidence,
                reasons,
                versions,
                revision,
                seed,
                reproducible,
                Autonomy.ADVISE,
                Work.FULL);
    }

    /** What to do now; empty means do nothing, and {@link #reasons()} says why. */
    public Optional<A> action() {
        return chosen.action();
    }

    /** What the chosen alternative is expected to bring over doing nothing, in the objective's unit. */
    public double expectedGain() {
        return chosen.expectedValue() - baseline();
    }

    /** The expected value of doing nothing. */
    public double baseline() {
        return alternatives.stream()
                .map(JudgedAlternative::proposed)
                .filter(Alternative::isDoNothing)
                .mapToDouble(Alternative::expectedValue)
                .findFirst()
                .orElse(0);
    }

    /** The probability with which the chosen alternative was taken. */
    public double propensity() {
        return chosen.propensity();
    }

    /** What could have been done as well and comes next; empty where there is nothing else, or nothing was chosen at all. */
    public Optional<RunnerUp<A>> runnerUp() {
        return isChoice() ? comparison().runnerUp() : Optional.empty();
    }

    /** Rules that held back something better, the most costly first. */
    public List<BindingRule> bindingRules() {
        return isChoice() ? comparison().bindingRules() : List.of();
    }

    /** By how much the best that the rules held back would beat what was decided; 0 where they held back nothing better. */
    public double ruleCost() {
        return isChoice() ? comparison().ruleCost() : 0;
    }

    /** Whether it is the outcome of weighing alternatives, and not of something that went wrong or was withheld. */
    private boolean isChoice() {
        return switch (status) {
            case ADVISED, UNGUARDED, NEEDS_REVIEW, BLOCKED, NO_ACTION -> true;
            case INSUFFICIENT_DATA, WITHHELD, OVER_BUDGET, FAILED -> false;
        };
    }

    private Comparison<A> comparison() {
        var told = alternatives.stream()
                .filter(it -> it.action().isPresent() && it.action().equals(pending))
                .findFirst()
                .orElse(chosen);
        return new Comparison<>(chosen, told, alternatives);
    }

    /** Every rule that spoke about any alternative, once, in order of severity and name. */
    public List<RuleHit> ruleHits() {
        var hits = alternatives.stream().flatMap(it -> it.hits().stream()).toList();
        return new Ruling<A>(hits, List.of()).hits();
    }

    /** This decision turned into doing nothing, because something that must follow it failed. */
    public Decision<A> failed(String reason) {
        return nothing(DecisionStatus.FAILED, reason);
    }

    /** This decision turned into doing nothing, because nobody is to act on it. */
    public Decision<A> withheld(String reason) {
        return nothing(DecisionStatus.WITHHELD, reason);
    }

    private Decision<A> nothing(DecisionStatus why, String reason) {
        var nothing = alternatives.stream()
                .filter(it -> it.proposed().isDoNothing())
                .findFirst()
                .orElseThrow();
        var all = Stream.concat(Stream.of(reason), reasons.stream()).toList();
        return copy(why, nothing, Optional.empty(), all, versions, autonomy);
    }

    /**
     * This decision with more of what it rests on.
     *
     * @param more  versions by name; one that it has already stays
     * @param level how far the twin might go alone
     */
    public Decision<A> restingOn(Map<String, String> more, Autonomy level) {
        var all = new TreeMap<>(more);
        all.putAll(versions);
        return copy(status, chosen, pending, reasons, all, level);
    }

    private Decision<A> copy(
            DecisionStatus otherStatus,
            JudgedAlternative<A> otherChosen,
            Optional<A> otherPending,
            List<String> otherReasons,
            SortedMap<String, String> otherVersions,
            Autonomy otherAutonomy) {
        return new Decision<>(
                id,
                capability,
                target,
                asOf,
                otherStatus,
                otherChosen,
                otherPending,
                alternatives,
                objective,
                evidence,
                otherReasons,
                otherVersions,
                revision,
                seed,
                reproducible,
                otherAutonomy,
                work);
    }

    /**
     * What is expected to be given up against the best, to learn; rounded up to the currency's smallest coin. Zero when the best itself was drawn, empty
     * when nothing was.
     */
    public Optional<Money> regret() {
        return evidence.stream()
                .filter(it -> it.name().equals(Evidence.REGRET))
                .findFirst()
                .map(it -> Money.of(BigDecimal.valueOf(it.value()).toPlainString(), it.unit())
                        .roundedUp());
    }

    /**
     * Whether it rests on what is usual in the trade, since this shop's own events tell too little. Such an action waits for a yes before the twin carries it
     * out, unless it was drawn to learn.
     */
    public boolean isAssumed() {
        return evidence.stream().anyMatch(it -> it.name().equals(Evidence.ASSUMED));
    }

    @Override
    public Commitment commitment() {
        var plain = action().or(() -> pending).map(Action::commitment).orElse(Commitment.NONE);
        return regret().filter(it -> action().isPresent())
                .map(plain::withRegret)
                .orElse(plain);
    }

    @Override
    public Optional<ActionOutline> outline() {
        return action().map(it -> it.outline().withCommitment(commitment()));
    }
}
