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
import dev.storetwin.type.DecisionId;
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
     * @param mayAct   whether the twin may act alone here
     * @param facts    tell how long stock lasts
     * @param settled  what the question leaves no choice about
     * @param question what target and moment do not tell of it
     */
    record Setting(
            TwinState state, Gate gate, boolean mayAct, ShopFacts facts, Optional<Settled> settled, String question) {

        Trial about(Proposal<?> proposal) {
            return new Trial(
                    state,
                    proposal.capability(),
                    proposal.target(),
                    proposal.asOf(),
                    proposal.objective().unit(),
                    mayAct);
        }

        long revision() {
            return state.revision();
        }
    }

    /**
     * What is taken.
     *
     * @param drawing among the candidates
     * @param chosen  with its probability
     * @param waiting is better, and waits for a yes
     * @param all     alternatives with their probabilities, best first
     */
    private record Pick<A extends Action>(
            Drawing drawing,
            JudgedAlternative<A> chosen,
            Optional<JudgedAlternative<A>> waiting,
            List<JudgedAlternative<A>> all) {}

    <A extends Action> Decision<A> choose(GuardedDecider.Weighed<A> weighed, Setting setting) {
        var pick = pick(weighed, setting);
        var status = status(weighed, pick);
        var proposal = weighed.proposal();
        var gate = weighed.gate();
        return new Decision<>(
                name(weighed, setting),
                proposal.capability(),
                proposal.target(),
                proposal.asOf(),
                status,
                pick.chosen(),
                pick.waiting().flatMap(JudgedAlternative::action),
                pick.all(),
                proposal.objective(),
                evidence(proposal, pick.drawing()),
                reasons(weighed, setting, pick, status),
                versions(proposal.versions(), gate),
                setting.revision(),
                seed,
                !gate.isHeldBack(),
                Autonomy.ADVISE,
                weighed.work());
    }

    private <A extends Action> DecisionId name(GuardedDecider.Weighed<A> weighed, Setting setting) {
        return Ids.of(
                weighed.proposal(),
                inWords(weighed.judged()),
                setting.revision(),
                seed,
                weighed.gate().rulesHash(),
                weighed.work(),
                setting.question());
    }

    private <A extends Action> Pick<A> pick(GuardedDecider.Weighed<A> weighed, Setting setting) {
        var candidates = candidates(weighed.judged());
        var waiting = setting.settled().isPresent()
                ? Optional.<JudgedAlternative<A>>empty()
                : waiting(weighed.judged(), candidates.get(0));
        var drawing = setting.settled()
                .map(it -> settled(it, candidates))
                .orElseGet(() -> draw(setting, weighed.proposal(), candidates, waiting.isPresent()));
        var chances = chances(candidates, drawing);
        var all = weighed.judged().stream()
                .map(it -> it.withPropensity(chances.getOrDefault(it, 0.0)))
                .sorted(bestFirst())
                .toList();
        var taken = candidates.get(drawing.taken());
        return new Pick<>(drawing, taken.withPropensity(chances.getOrDefault(taken, 0.0)), waiting, all);
    }

    private static <A extends Action> Optional<JudgedAlternative<A>> waiting(
            List<JudgedAlternative<A>> judged, JudgedAlternative<A> best) {
        return judged.stream()
                .filter(it -> isBetter(it, best))
                .filter(Choice::waits)
                .min(bestFirst());
    }

    /** What does not pass is not taken, whoever has settled it. */
    private static <A extends Action> Drawing settled(Settled settled, List<JudgedAlternative<A>> candidates) {
        var taken = candidates.stream()
                .filter(it -> it.action().equals(settled.action()))
                .findFirst()
                .orElseGet(() -> doNothing(candidates));
        return Drawing.settled(candidates.indexOf(taken), candidates.size());
    }

    private static <A extends Action> List<String> reasons(
            GuardedDecider.Weighed<A> weighed, Setting setting, Pick<A> pick, DecisionStatus status) {
        var words = new Reasons<>(weighed, status, pick.chosen(), pick.waiting(), pick.drawing());
        return setting.settled()
                .filter(it -> it.action().equals(pick.chosen().action()))
                .map(words::settled)
                .orElseGet(words::all);
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

    private static <A extends Action> DecisionStatus status(GuardedDecider.Weighed<A> weighed, Pick<A> pick) {
        if (weighed.proposal().isInsufficient()) {
            return DecisionStatus.INSUFFICIENT_DATA;
        }
        if (pick.waiting().isPresent()) {
            return DecisionStatus.NEEDS_REVIEW;
        }
        if (pick.chosen().action().isPresent()) {
            return weighed.gate().isGuarded() ? DecisionStatus.ADVISED : DecisionStatus.UNGUARDED;
        }
        boolean refused = weighed.judged().stream().anyMatch(it -> !it.passes() && isBetter(it, pick.chosen()));
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
