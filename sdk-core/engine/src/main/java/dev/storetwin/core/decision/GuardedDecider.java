package dev.storetwin.core.decision;

import dev.storetwin.core.guardrail.Gate;
import dev.storetwin.core.guardrail.ShopFacts;
import dev.storetwin.core.proposal.Planning;
import dev.storetwin.core.proposal.Way;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.Standing;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Planner;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.proposal.Work;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans, judges, chooses. Pure: the same state, question, rules, seed and work give the same decision. Where a part fails, also one of the host's
 * that cannot be linked or calls itself without end, the decision is to do nothing.
 *
 * @param <Q> the question
 * @param <A> the action
 */
public final class GuardedDecider<Q, A extends Action> implements Decider<Q, A> {

    /** The version under which a decision tells what its target and moment do not tell of its question. */
    public static final String QUESTION = "question";

    private static final Logger LOG = LoggerFactory.getLogger(GuardedDecider.class);

    private final Subject<Q> subject;
    private final Planning<Q, A> planning;
    private final Supplier<Gate> gate;
    private final ShopFacts facts;
    private final Choice choice;
    private final Circumstances circumstances;

    /**
     * How a question names what it is about.
     *
     * @param capability that answers
     * @param target     of a question
     * @param asOf       of a question
     * @param refusal    why the question itself rules an action out; empty for one that may be judged
     * @param words      what target and moment do not tell of a question; empty where they tell all
     * @param settled    what a question leaves no choice about; empty for one that is to be decided
     */
    public record Subject<Q>(
            Capability capability,
            Function<Q, Target> target,
            Function<Q, Instant> asOf,
            BiFunction<Q, Action, Optional<String>> refusal,
            Function<Q, String> words,
            Function<Q, Optional<Settled>> settled) {

        /** A question that has settled nothing. */
        public Subject(
                Capability capability,
                Function<Q, Target> target,
                Function<Q, Instant> asOf,
                BiFunction<Q, Action, Optional<String>> refusal,
                Function<Q, String> words) {
            this(capability, target, asOf, refusal, words, question -> Optional.empty());
        }

        /** A question that rules nothing out. */
        public Subject(Capability capability, Function<Q, Target> target, Function<Q, Instant> asOf) {
            this(capability, target, asOf, (question, action) -> Optional.empty());
        }

        /** A question that target and moment tell all of. */
        public Subject(
                Capability capability,
                Function<Q, Target> target,
                Function<Q, Instant> asOf,
                BiFunction<Q, Action, Optional<String>> refusal) {
            this(capability, target, asOf, refusal, question -> "");
        }
    }

    /**
     * Joins the parts of an answer.
     *
     * @param gate the guardrails in force when a question is asked
     */
    public GuardedDecider(
            Subject<Q> subject,
            Planning<Q, A> planning,
            Supplier<Gate> gate,
            ShopFacts facts,
            Choice choice,
            Circumstances circumstances) {
        this.subject = subject;
        this.planning = planning;
        this.gate = gate;
        this.facts = facts;
        this.choice = choice;
        this.circumstances = circumstances;
    }

    /** With all the work that there is. */
    @Override
    public Decision<A> decide(TwinState state, Q question) {
        return decide(state, question, Effort.FULL);
    }

    /**
     * With at most so much work.
     *
     * @return a decision that tells how much went into it: with that, it is made {@link #again}
     */
    public Decision<A> decide(TwinState state, Q question, Effort most) {
        return decided(state, question, most, () -> planning.within(most, state, question));
    }

    /**
     * What can be done about a question, judged, before anything is chosen.
     *
     * @param gate that judged
     */
    public record Weighed<A extends Action>(
            Gate gate, Work work, Proposal<A> proposal, List<JudgedAlternative<A>> judged) {}

    /** Plans and judges with all the work that there is. Throws what the planner throws. */
    public Weighed<A> weigh(TwinState state, Q question, Gate inForce) {
        return weighed(state, question, inForce, planning.within(Effort.FULL, state, question));
    }

    /** Chooses among what was weighed, for the same state and a question that is the same but for what it has settled. */
    public Decision<A> decide(TwinState state, Q question, Weighed<A> weighed) {
        return circumstances.noted(chosen(state, question, weighed), state, versions(question, weighed.gate()));
    }

    /** In a way that somebody else has found. */
    public Decision<A> decide(TwinState state, Q question, Way<Q, A> way) {
        return decided(state, question, way.work().effort(), () -> way);
    }

    /**
     * Once more with the work that went into it.
     *
     * @param past what was known where an earlier model comes from
     */
    public Decision<A> again(TwinState state, Q question, Work work, Function<ModelOrigin, TwinState> past) {
        return decided(
                state, question, work.effort(), () -> new Way<>(work, planning.again(work, state, question, past)));
    }

    /** A decision to do nothing, since something around the answer failed. */
    public Decision<A> failed(TwinState state, Q question, Throwable broken) {
        return choice.failed(
                subject.capability(),
                subject.target().apply(question),
                subject.asOf().apply(question),
                gate.get(),
                state.revision(),
                Work.FULL,
                subject.words().apply(question),
                broken);
    }

    /**
     * A decision, and one action more as it would have been weighed beside the planner's.
     *
     * @param action empty when there was not enough to weigh anything, or something broke: the decision says which
     */
    public record Considered<A extends Action>(Decision<A> decision, Optional<JudgedAlternative<A>> action) {}

    /** What would be decided, and what an action that somebody thinks of is worth and may be. With all the work that there is. */
    public Considered<A> consider(TwinState state, Q question, A action) {
        var inForce = gate.get();
        var decision =
                decided(state, question, inForce, Effort.FULL, () -> planning.within(Effort.FULL, state, question));
        if (decision.status() == DecisionStatus.FAILED || decision.status() == DecisionStatus.INSUFFICIENT_DATA) {
            return new Considered<>(decision, Optional.empty());
        }
        try {
            var planner = planning.within(Effort.FULL, state, question).planner();
            var asked = asked(state, question, planner, inForce, planner.plan(state, question));
            return new Considered<>(decision, Optional.of(asked.judge(planner.score(state, question, action))));
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("{} cannot be considered for {}", action.describe(), action.target(), broken);
            return new Considered<>(
                    decision.failed("%s cannot be considered: %s".formatted(action.describe(), broken)),
                    Optional.empty());
        }
    }

    private Decision<A> decided(TwinState state, Q question, Effort most, Supplier<Way<Q, A>> ways) {
        return decided(state, question, gate.get(), most, ways);
    }

    private Decision<A> decided(TwinState state, Q question, Gate inForce, Effort most, Supplier<Way<Q, A>> ways) {
        var decision =
                most == Effort.NOTHING ? overBudget(state, question, inForce) : answer(state, question, inForce, ways);
        return circumstances.noted(decision, state, versions(question, inForce));
    }

    private SortedMap<String, String> versions(Q question, Gate inForce) {
        var versions = facts.versions(inForce);
        if (choice.isLearning()) {
            versions.putAll(facts.versionsOfCover());
        }
        var words = subject.words().apply(question);
        if (!words.isEmpty()) {
            versions.put(QUESTION, words);
        }
        return versions;
    }

    private Decision<A> overBudget(TwinState state, Q question, Gate inForce) {
        return choice.overBudget(
                subject.capability(),
                subject.target().apply(question),
                subject.asOf().apply(question),
                inForce,
                state.revision(),
                subject.words().apply(question));
    }

    private Decision<A> answer(TwinState state, Q question, Gate inForce, Supplier<Way<Q, A>> ways) {
        var target = subject.target().apply(question);
        var asOf = subject.asOf().apply(question);
        var words = subject.words().apply(question);
        var work = Work.FULL;
        try {
            var way = ways.get();
            work = way.work();
            return chosen(state, question, weighed(state, question, inForce, way));
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("No {} decision for {} at revision {}", subject.capability(), target, state.revision(), broken);
            return choice.failed(subject.capability(), target, asOf, inForce, state.revision(), work, words, broken);
        }
    }

    private Weighed<A> weighed(TwinState state, Q question, Gate inForce, Way<Q, A> way) {
        var proposal = way.planner().plan(state, question);
        var asked = asked(state, question, way.planner(), inForce, proposal);
        var judged = proposal.alternatives().stream().map(asked::judge).toList();
        return new Weighed<>(inForce, way.work(), proposal, judged);
    }

    private Decision<A> chosen(TwinState state, Q question, Weighed<A> weighed) {
        var target = subject.target().apply(question);
        boolean mayAct = circumstances.autonomy().apply(target, state) == Autonomy.FULL;
        var setting = new Choice.Setting(
                state,
                weighed.gate(),
                mayAct,
                facts,
                subject.settled().apply(question),
                subject.words().apply(question));
        return choice.choose(weighed, setting);
    }

    private Asked asked(TwinState state, Q question, Planner<Q, A> planner, Gate inForce, Proposal<A> proposal) {
        var context = facts.about(
                state,
                subject.capability(),
                subject.target().apply(question),
                subject.asOf().apply(question),
                inForce);
        return new Asked(state, question, planner, inForce, context, Standings.among(proposal.alternatives()));
    }

    /** What all alternatives of a question are judged by. */
    private final class Asked {

        private final TwinState state;
        private final Q question;
        private final Planner<Q, A> planner;
        private final Gate inForce;
        private final GuardrailContext context;
        private final Standings standings;

        Asked(
                TwinState state,
                Q question,
                Planner<Q, A> planner,
                Gate inForce,
                GuardrailContext context,
                Standings standings) {
            this.state = state;
            this.question = question;
            this.planner = planner;
            this.inForce = inForce;
            this.context = context;
            this.standings = standings;
        }

        JudgedAlternative<A> judge(Alternative<A> proposed) {
            if (proposed.isDoNothing()) {
                return new JudgedAlternative<>(proposed, proposed, new Verdict.Allowed<>(), List.of(), 0);
            }
            var action = proposed.action().orElseThrow();
            var judgement = inForce.judge(action, it -> about(it, proposed));
            var outcome = valued(judgement.action(), proposed);
            var verdict = subject.refusal()
                    .apply(question, judgement.action())
                    .or(() -> impossible(outcome))
                    .<Verdict<A>>map(Verdict.Blocked::new)
                    .orElse(judgement.verdict());
            return new JudgedAlternative<>(proposed, outcome, verdict, judgement.hits(), 0);
        }

        /** A planner's word on what cannot be done; a rule may have made that of what can. */
        private Optional<String> impossible(Alternative<A> outcome) {
            return outcome.expectedValue() == Double.NEGATIVE_INFINITY
                    ? Optional.of("%s cannot be done".formatted(outcome.describe()))
                    : Optional.empty();
        }

        private GuardrailContext about(A action, Alternative<A> proposed) {
            var known = ShopFacts.of(action, context);
            return inForce.needs().isWanted(Standing.class)
                    ? known.with(standings.of(valued(action, proposed).expectedValue()).stream()
                            .toList())
                    : known;
        }

        /** What the guardrails made of an alternative has a value of its own. */
        private Alternative<A> valued(A action, Alternative<A> proposed) {
            return proposed.action().filter(action::equals).isPresent()
                    ? proposed
                    : planner.score(state, question, action);
        }
    }
}
