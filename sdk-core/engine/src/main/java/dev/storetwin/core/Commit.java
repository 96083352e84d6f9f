package dev.storetwin.core;

import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.audit.DecisionLog;
import dev.storetwin.core.decision.Standings;
import dev.storetwin.core.experiment.Explorer;
import dev.storetwin.core.guardrail.Gate;
import dev.storetwin.core.guardrail.Guardrails;
import dev.storetwin.core.guardrail.ShopFacts;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.ActionFailed;
import dev.storetwin.event.ActionReserved;
import dev.storetwin.event.DecisionMade;
import dev.storetwin.guardrail.PriceAge;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Standing;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.platform.WriteResult;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.ActStage;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries decisions out, one after the other.
 *
 * <p>How it works: under one lock the decision is checked against the shop of this moment and reserved in the state, so that two decisions
 * cannot spend the same budget. Then the platform is asked, outside the lock; its answer turns the reservation into an applied action, or takes
 * it back. The reservation is on disk before the write, so that after a crash between the two everybody sees that the outcome is not known.
 */
final class Commit {

    private static final Logger LOG = LoggerFactory.getLogger(Commit.class);

    private static final String STOPPED = "acting is stopped";

    private final LiveShop live;
    private final DecisionLog decided;
    private final KillSwitch killSwitch;
    private final Guardrails guardrails;
    private final ShopFacts facts;
    private final Control control;
    private final Approvals approvals;
    private final Explorer explorer;
    private final Set<DecisionId> underWay = ConcurrentHashMap.newKeySet();

    Commit(
            LiveShop live,
            KillSwitch killSwitch,
            Guardrails guardrails,
            ShopFacts facts,
            Control control,
            Approvals approvals,
            Explorer explorer) {
        this.live = live;
        this.decided = new DecisionLog(live.audit());
        this.killSwitch = killSwitch;
        this.guardrails = guardrails;
        this.facts = facts;
        this.control = control;
        this.approvals = approvals;
        this.explorer = explorer;
    }

    Outcome apply(Decision<?> decision, Actor by) {
        return Task.of(decision)
                .map(it -> apply(it, by))
                .orElseGet(() -> live.note(refused(decision.id(), "it decides to do nothing")));
    }

    Outcome apply(Task task, Actor by) {
        var step = live.act(() -> reserve(task, by));
        if (step instanceof Step.Settled settled) {
            return settled.outcome();
        }
        try {
            return carryOut(task);
        } finally {
            underWay.remove(task.id());
        }
    }

    /** Whether a write for a decision has begun in this process and not returned. */
    boolean isUnderWay(DecisionId decision) {
        return underWay.contains(decision);
    }

    /** What comes of asking to have an action carried out. */
    private sealed interface Step {

        /** It is reserved, and the platform may be told. */
        record Reserved() implements Step {}

        /** Nothing more is to be done. */
        record Settled(Outcome outcome) implements Step {}
    }

    private Step reserve(Task task, Actor by) {
        var state = live.state();
        if (state.commitments()
                .stage(task.id())
                .filter(ActStage.APPLIED::equals)
                .isPresent()) {
            return new Step.Settled(outcome(task.id(), OutcomeKind.APPLIED, "it was applied before"));
        }
        boolean approved = state.commitments().isApproved(task.id());
        boolean needsYes = needsYes(task, state);
        var objection = objection(task, state).or(() -> objectionOfRules(task, state, needsYes || approved));
        if (objection.isPresent()) {
            return new Step.Settled(live.note(refused(task.id(), objection.get())));
        }
        return needsYes && !approved ? new Step.Settled(approvals.ask(task, by)) : bind(task);
    }

    private boolean needsYes(Task task, ShopState state) {
        return !task.isUndo()
                && (task.status() == DecisionStatus.NEEDS_REVIEW
                        || approvals.isHighImpact(task)
                        || approvals.isGuess(task)
                        || level(task, state) == Autonomy.APPROVE);
    }

    private Autonomy level(Task task, ShopState state) {
        return control.of(task.capability(), task.target(), state);
    }

    /** What cannot be written down is not done: after a crash nobody would know of it. */
    private Step bind(Task task) {
        live.accept(DecisionMade.of(task, task.status().label()));
        var bound = live.accept(ActionReserved.of(task.id(), task.bound(), live.nextMoment()));
        if (!(bound instanceof Acceptance.Accepted)) {
            return new Step.Settled(
                    live.note(refused(task.id(), "it cannot be written down" + OperatorWords.unlessKept(bound))));
        }
        return live.force().<Step>map(it -> takeBack(task, it)).orElseGet(() -> {
            underWay.add(task.id());
            return new Step.Reserved();
        });
    }

    private Step takeBack(Task task, String reason) {
        live.accept(ActionFailed.of(task, live.nextMoment(), reason));
        return new Step.Settled(live.note(refused(task.id(), "it cannot be written down (%s)".formatted(reason))));
    }

    private Outcome carryOut(Task task) {
        var result = task.isUndo() ? Optional.of(write(task)) : killSwitch.unlessStopped(() -> write(task));
        if (result.isEmpty()) {
            var told = live.accept(ActionFailed.of(task, live.nextMoment(), STOPPED));
            return live.note(refused(task.id(), STOPPED + OperatorWords.unlessKept(told)));
        }
        return result.get() instanceof WriteResult.Failed failed ? failed(task, failed.reason()) : applied(task);
    }

    private Outcome applied(Task task) {
        var told = live.accept(ActionApplied.at(task, live.nextMoment()));
        return live.note(
                outcome(task.id(), OutcomeKind.APPLIED, task.action().describe() + OperatorWords.unlessKept(told)));
    }

    /** An echo that was faster than the answer knows better. */
    private Outcome failed(Task task, String reason) {
        return live.act(() -> {
            if (live.state()
                    .commitments()
                    .stage(task.id())
                    .filter(ActStage.APPLIED::equals)
                    .isPresent()) {
                return live.note(outcome(
                        task.id(),
                        OutcomeKind.APPLIED,
                        "%s (answered '%s', but reported back as done)"
                                .formatted(task.action().describe(), reason)));
            }
            var told = live.accept(ActionFailed.of(task, live.nextMoment(), reason));
            return live.note(outcome(task.id(), OutcomeKind.FAILED, reason + OperatorWords.unlessKept(told)));
        });
    }

    /** Why an action may not be carried out now, whatever the rules say; empty when it may. */
    private Optional<String> objection(Task task, ShopState state) {
        if (control.writer().isEmpty()) {
            return Optional.of("there is no platform to write to");
        }
        if (task.status() == DecisionStatus.UNGUARDED || !guardrails.gate().isGuarded()) {
            return Optional.of("no guardrails are configured");
        }
        return task.isUndo()
                ? objection(task.id(), state)
                : objectionToActing(task, state).or(() -> objection(task.id(), state));
    }

    private Optional<String> objectionToActing(Task task, ShopState state) {
        if (killSwitch.isStopped()) {
            return Optional.of(STOPPED);
        }
        return switch (level(task, state)) {
            case FULL, APPROVE ->
                hasMoved(task, state)
                        ? Optional.of("the price has moved since it was decided")
                        : lacks(task, state).or(() -> tooDear(task, state));
            case OFF -> Optional.of("%s is off".formatted(task.capability()));
            case SHADOW, ADVISE, CANARY -> Optional.of("%s may only advise".formatted(task.capability()));
        };
    }

    /** What decisions of one moment give up to learn shares one budget, which only whoever carries them out can keep. */
    private Optional<String> tooDear(Task task, ShopState state) {
        return task.regret()
                .filter(Money::isPositive)
                .flatMap(it -> explorer.objection(
                        state, task.capability(), task.target(), it, state.begun(task.id()), live.now()));
    }

    private Optional<String> objection(DecisionId decision, ShopState state) {
        var stage = state.commitments().stage(decision);
        if (stage.filter(ActStage.REJECTED::equals).isPresent()) {
            return Optional.of("it was rejected");
        }
        if (stage.filter(ActStage.ROLLED_BACK::equals).isPresent()) {
            return Optional.of("it was rolled back");
        }
        if (stage.filter(ActStage.RESERVED::equals).isPresent()) {
            return Optional.of(
                    isUnderWay(decision)
                            ? "it is being carried out"
                            : "nobody knows whether it was carried out; say so first with controls().resolve()");
        }
        return approvals.hasExpired(decision, state)
                ? Optional.of("the time for its approval is over; ask the twin again")
                : Optional.empty();
    }

    /** The guardrails judge once more, by the shop of this moment. */
    private Optional<String> objectionOfRules(Task task, ShopState state, boolean reviewed) {
        var gate = guardrails.gate();
        var about = facts.about(state, task.capability(), task.target(), live.now(), gate)
                .with(standing(task, gate).stream().toList());
        var known = task.isUndo() ? about.without(PriceAge.class) : about;
        var ruling = gate.check(task.action(), ShopFacts.of(task.action(), known));
        var allowed = reviewed || task.isUndo() ? Severity.NEEDS_REVIEW : Severity.ALLOWED;
        return ruling.severity() == allowed || ruling.severity() == Severity.ALLOWED
                ? Optional.empty()
                : Optional.of("the guardrails no longer pass it: " + Gate.reason(ruling));
    }

    /** How the action stood when it was decided; the audit trail knows that also after a restart. */
    private Optional<Standing> standing(Task task, Gate gate) {
        return gate.needs().isWanted(Standing.class)
                ? task.standing().or(() -> decided.find(task.id())
                        .flatMap(it -> Standings.of(it.record().decision())))
                : Optional.empty();
    }

    private boolean hasMoved(Task task, ShopState state) {
        if (!(task.action() instanceof PriceChange change)) {
            return false;
        }
        var told = state.catalog().price(change.sku(), change.channel(), live.now());
        return told.filter(it -> it.price().equals(change.from())).isEmpty() || isOverwritten(task, change, state);
    }

    /** By a write of our own since it was decided, of which the shop has not told yet. */
    private static boolean isOverwritten(Task task, PriceChange change, ShopState state) {
        var commitments = state.commitments();
        return commitments
                .lastApplied(Capability.PRICING, change.target())
                .filter(it -> it.at().isAfter(task.asOf()) && !it.decision().equals(task.id()))
                .flatMap(it -> it.commitment().price())
                .filter(it -> !it.isNearly(change.from()) && !commitments.isOverruled(change.sku(), change.channel()))
                .isPresent();
    }

    /** What a transfer takes must still be there, where stock is counted at all. */
    private static Optional<String> lacks(Task task, ShopState state) {
        if (!(task.action() instanceof Transfer transfer) || !state.stock().isKnown(transfer.sku())) {
            return Optional.empty();
        }
        var has = state.stock().level(transfer.sku(), transfer.from()).availableToPromise();
        return has.compareTo(transfer.quantity()) < 0
                ? Optional.of("%s has only %s to give now".formatted(transfer.from(), has.orZero()))
                : Optional.empty();
    }

    private WriteResult write(Task task) {
        var writer = control.writer().orElseThrow();
        var action = task.action();
        try {
            return writer.writes(action)
                    ? writer.write(action, task.id())
                    : new WriteResult.Failed("the platform cannot carry out: " + action.describe(), false);
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("Writing {} for {} failed", task.id(), action.target(), broken);
            return new WriteResult.Failed("the platform's writer failed: " + broken, true);
        }
    }

    private Outcome refused(DecisionId decision, String reason) {
        return outcome(decision, OutcomeKind.REFUSED, reason);
    }

    private Outcome outcome(DecisionId decision, OutcomeKind kind, String detail) {
        return new Outcome(decision, kind, live.now(), detail);
    }
}
