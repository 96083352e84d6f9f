package dev.storetwin.core.decision;

import dev.storetwin.core.experiment.Candidate;
import dev.storetwin.core.experiment.Drawing;
import dev.storetwin.core.experiment.Explorer;
import dev.storetwin.core.experiment.Trial;
import dev.storetwin.core.guardrail.Gate;
import dev.storetwin.core.guardrail.ShopFacts;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.proposal.Work;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Chooses among judged alternatives and says why.
 *
 * <p>How it works: what passes is a candidate, and alternatives that were adjusted to the same action are one. The most valuable candidate is
 * taken, or one that {@code experiment} draws, with the probability of each. When something more valuable waits for review, nothing is done and
 * the action is pending.
 */
public final class Choice {

    private final long seed;
    private final Explorer explorer;

    public Choice(long seed, Exploration exploration) {
        this.seed = seed;
        this.explorer = new Explorer(seed, exploration);
    }

    /** Whether anything is tried to learn within a budget. */
    boolean isLearning() {
        return explorer.isLearning();
    }

    /**
     * What a choice knows beside the alternatives.
     *
     * @param mayAct whether the twin may act alone here
     * @param facts  tell how long stock lasts
     */
    record Setting(TwinState state, Gate gate, boolean mayAct, ShopFacts facts) {

        Trial about(Proposal<?> proposal) {
            return new Trial(
                    state,
                    proposal.capability(),
                    proposal.target(),
                    proposal.asOf(),
                    proposal.objective().unit(),
                    mayAct);
        }
    }

    <A extends Action> Decision<A> choose(
            Proposal<A> proposal, List<JudgedAlternative<A>> judged, Setting setting, Work work, String question) {
        var gate = setting.gate();
        long revision = setting.state().revision();
        var candidates = candidates(judged);
        var best = candidates.get(0);
        var waiting = judged.stream()
                .filter(it -> isBetter(it, best))
                .filter(Choice::waits)
                .min(bestFirst());
        var drawing = draw(setting, proposal, candidates, waiting.isPresent());
        var chances = chances(candidates, drawing);
        var taken = candidates.get(drawing.taken());
        var alternatives = judged.stream()
                .map(it -> it.withPropensity(chances.getOrDefault(it, 0.0)))
                .sorted(bestFirst())
                .toList();
        var chosen = taken.withPropensity(chances.getOrDefault(taken, 0.0));
        var status = status(proposal, judged, chosen, waiting.isPresent(), gate);
        return new Decision<>(
                Ids.of(proposal, inWords(judged), revision, seed, gate.rulesHash(), work, question),
                proposal.capability(),
                proposal.target(),
                proposal.asOf(),
                status,
                chosen,
                waiting.flatMap(JudgedAlternative::action),
                alternatives,
                proposal.objective(),
                evidence(proposal, drawing),
                Reasons.of(proposal, status, chosen, waiting, judged, work, drawing),
                versions(proposal.versions(), gate),
                revision,
                seed,
                !gate.isHeldBack(),
                Autonomy.ADVISE,
                work);
    }

    /** Values bit for bit: not every JDK prints a double in the same digits. */
    private static <A extends Action> List<String> inWords(List<JudgedAlternative<A>> judged) {
        return judged.stream()
                .map(it -> it.proposed().describe()
                        + " " + it.verdict().severity()
                        + " " + it.outcome().describe()
                        + " " + Double.toHexString(it.expectedValue()))
                .toList();
    }

    private static <A extends Action> Comparator<JudgedAlternative<A>> bestFirst() {
        return Comparator.<JudgedAlternative<A>>comparingDouble(it -> -it.expectedValue())
                .thenComparing(it -> !it.outcome().isDoNothing())
                .thenComparing(it -> it.verdict().severity())
                .thenComparing(it -> it.outcome().describe())
                .thenComparing(it -> it.proposed().describe());
    }

    /** What passes, each action once, best first. */
    private static <A extends Action> List<JudgedAlternative<A>> candidates(List<JudgedAlternative<A>> judged) {
        var byAction = new LinkedHashMap<String, JudgedAlternative<A>>();
        judged.stream()
                .filter(JudgedAlternative::passes)
                .sorted(bestFirst())
                .forEach(it -> byAction.putIfAbsent(it.outcome().describe(), it));
        return List.copyOf(byAction.values());
    }

    private static boolean waits(JudgedAlternative<?> judged) {
        return judged.verdict().severity() == Severity.NEEDS_REVIEW;
    }

    private static boolean isBetter(JudgedAlternative<?> one, JudgedAlternative<?> other) {
        return one.expectedValue() > other.expectedValue();
    }

    private static <A extends Action> JudgedAlternative<A> doNothing(List<JudgedAlternative<A>> judged) {
        return judged.stream()
                .filter(it -> it.proposed().isDoNothing())
                .findFirst()
                .orElseThrow();
    }

    /** While something better waits, nothing is drawn. */
    private <A extends Action> Drawing draw(
            Setting setting, Proposal<A> proposal, List<JudgedAlternative<A>> candidates, boolean waiting) {
        if (waiting) {
            return Drawing.waiting(candidates.indexOf(doNothing(candidates)), candidates.size());
        }
        var drawn = candidates.stream().map(it -> Candidate.of(it.outcome())).toList();
        return explorer.draw(setting.about(proposal), drawn, setting.facts());
    }

    private static <A extends Action> Map<JudgedAlternative<A>, Double> chances(
            List<JudgedAlternative<A>> candidates, Drawing drawing) {
        var chances = new IdentityHashMap<JudgedAlternative<A>, Double>();
        for (int i = 0; i < candidates.size(); i++) {
            chances.put(candidates.get(i), drawing.chances().get(i));
        }
        return chances;
    }

    /** What is given up to learn is a fact about the decision: it is counted against the budget when that is carried out. */
    private static List<Evidence> evidence(Proposal<?> proposal, Drawing drawing) {
        var regret = new Evidence(
                Evidence.REGRET, drawing.regret(), proposal.objective().unit());
        return drawing.isTrial()
                ? Stream.concat(proposal.evidence().stream(), Stream.of(regret)).toList()
                : proposal.evidence();
    }

    private static <A extends Action> DecisionStatus status(
            Proposal<A> proposal,
            List<JudgedAlternative<A>> judged,
            JudgedAlternative<A> chosen,
            boolean waiting,
            Gate gate) {
        if (proposal.isInsufficient()) {
            return DecisionStatus.INSUFFICIENT_DATA;
        }
        if (waiting) {
            return DecisionStatus.NEEDS_REVIEW;
        }
        if (chosen.action().isPresent()) {
            return gate.isGuarded() ? DecisionStatus.ADVISED : DecisionStatus.UNGUARDED;
        }
        boolean refused = judged.stream().anyMatch(it -> !it.passes() && isBetter(it, chosen));
        return refused ? DecisionStatus.BLOCKED : DecisionStatus.NO_ACTION;
    }

    private static SortedMap<String, String> versions(Map<String, String> ofProposal, Gate gate) {
        var versions = new TreeMap<>(ofProposal);
        gate.ruleSet().ifPresent(it -> versions.put("rules:" + it.name(), gate.rulesHash()));
        return versions;
    }

    /** A decision to do nothing because something broke. */
    <A extends Action> Decision<A> failed(
            Capability capability,
            Target target,
            Instant asOf,
            Gate gate,
            long revision,
            Work work,
            String question,
            Throwable broken) {
        Proposal<A> nothing = nothing(capability, target, asOf, "the answer failed: " + broken);
        return without(nothing, DecisionStatus.FAILED, gate, revision, work, question);
    }

    /** A decision to do nothing because the budget is spent. */
    <A extends Action> Decision<A> overBudget(
            Capability capability, Target target, Instant asOf, Gate gate, long revision, String question) {
        var work = Work.of(Effort.NOTHING);
        Proposal<A> nothing = nothing(
                capability,
                target,
                asOf,
                "The cost budget of %s is spent: nothing was worked out, and what stands is kept"
                        .formatted(capability));
        return without(nothing, DecisionStatus.OVER_BUDGET, gate, revision, work, question);
    }

    private static <A extends Action> Proposal<A> nothing(
            Capability capability, Target target, Instant asOf, String why) {
        return Proposal.insufficient(capability, target, asOf, new Objective("none", ""), List.of(), List.of(why));
    }

    private <A extends Action> Decision<A> without(
            Proposal<A> empty, DecisionStatus status, Gate gate, long revision, Work work, String question) {
        var nothing =
                new JudgedAlternative<>(empty.doNothing(), empty.doNothing(), new Verdict.Allowed<A>(), List.of(), 1);
        return new Decision<>(
                Ids.of(empty, empty.missing(), revision, seed, gate.rulesHash(), work, question),
                empty.capability(),
                empty.target(),
                empty.asOf(),
                status,
                nothing,
                Optional.empty(),
                List.of(nothing),
                empty.objective(),
                List.of(),
                empty.missing(),
                versions(Map.of(), gate),
                revision,
                seed,
                !gate.isHeldBack(),
                Autonomy.ADVISE,
                work);
    }
}
