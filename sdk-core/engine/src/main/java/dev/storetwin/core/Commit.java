package dev.storetwin.core;

import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.guardrail.Gate;
import dev.storetwin.core.guardrail.Guardrails;
import dev.storetwin.core.guardrail.ShopFacts;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.ActionFailed;
import dev.storetwin.event.DecisionMade;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.platform.WriteResult;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Action;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.ActStage;
import dev.storetwin.type.DecisionId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries decisions out, one after the other.
 *
 * <p>How it works: under one lock the decision is checked against the shop of this moment and reserved in the state, so that two decisions
 * cannot spend the same budget. Then the platform is asked, outside the lock; a failure takes the reservation back. The reservation stands
 * before the write, because the platform may report the change before it has answered.
 */
final class Commit {

    private static final Logger LOG = LoggerFactory.getLogger(Commit.class);

    private final LiveShop live;
    private final LiveControls operators;
    private final Guardrails guardrails;
    private final ShopFacts facts;
    private final Control control;

    Commit(LiveShop live, LiveControls operators, Guardrails guardrails, ShopFacts facts, Control control) {
        this.live = live;
        this.operators = operators;
        this.guardrails = guardrails;
        this.facts = facts;
        this.control = control;
    }

    Outcome apply(Decision<?> decision) {
        var reserved = reserve(decision);
        if (reserved.kind() != OutcomeKind.APPLIED || reserved.detail().equals(ALREADY)) {
            return reserved;
        }
        var action = action(decision).orElseThrow();
        var result = write(action, decision.id());
        if (result instanceof WriteResult.Failed failed) {
            var told = live.accept(ActionFailed.of(decision, live.nextMoment(), failed.reason()));
            return live.note(outcome(decision, OutcomeKind.FAILED, failed.reason() + LiveControls.unlessKept(told)));
        }
        return live.note(reserved);
    }

    private static final String ALREADY = "it was applied before";

    private Outcome reserve(Decision<?> decision) {
        return live.act(() -> {
            var state = live.state();
            if (state.commitments()
                    .stage(decision.id())
                    .filter(ActStage.APPLIED::equals)
                    .isPresent()) {
                return outcome(decision, OutcomeKind.APPLIED, ALREADY);
            }
            return objection(decision, state)
                    .map(it -> live.note(outcome(decision, OutcomeKind.REFUSED, it)))
                    .orElseGet(() -> bind(decision));
        });
    }

    /** What cannot be written down is not done: after a crash nobody would know of it. */
    private Outcome bind(Decision<?> decision) {
        live.accept(DecisionMade.of(decision, decision.status().label()));
        var bound = live.accept(ActionApplied.at(decision, live.nextMoment()));
        if (!(bound instanceof Acceptance.Accepted)) {
            return live.note(outcome(
                    decision, OutcomeKind.REFUSED, "it cannot be written down" + LiveControls.unlessKept(bound)));
        }
        return live.force()
                .map(it -> takeBack(decision, it))
                .orElseGet(() -> outcome(
                        decision,
                        OutcomeKind.APPLIED,
                        action(decision).orElseThrow().describe()));
    }

    private Outcome takeBack(Decision<?> decision, String reason) {
        live.accept(ActionFailed.of(decision, live.nextMoment(), reason));
        return live.note(outcome(decision, OutcomeKind.REFUSED, "it cannot be written down (%s)".formatted(reason)));
    }

    /** Why a decision may not be carried out now; empty when it may. */
    private Optional<String> objection(Decision<?> decision, ShopState state) {
        if (operators.isStopped()) {
            return Optional.of("acting is stopped");
        }
        if (control.of(decision.capability(), state) != Autonomy.FULL) {
            return Optional.of("%s may only advise".formatted(decision.capability()));
        }
        if (control.writer().isEmpty()) {
            return Optional.of("there is no platform to write to");
        }
        if (decision.status() == DecisionStatus.UNGUARDED || !guardrails.gate().isGuarded()) {
            return Optional.of("no guardrails are configured");
        }
        if (state.commitments()
                .stage(decision.id())
                .filter(ActStage.REJECTED::equals)
                .isPresent()) {
            return Optional.of("it was rejected");
        }
        boolean approved = state.commitments().isApproved(decision.id());
        if (decision.status() == DecisionStatus.NEEDS_REVIEW && !approved) {
            return Optional.of("it waits for approval");
        }
        return action(decision)
                .map(it -> objection(decision, it, state, approved))
                .orElse(Optional.of("it decides to do nothing"));
    }

    private static Optional<Action> action(Decision<?> decision) {
        return decision.action().<Action>map(it -> it).or(() -> decision.pending()
                .map(it -> it));
    }

    /** The guardrails judge once more, by the shop of this moment. */
    private Optional<String> objection(Decision<?> decision, Action action, ShopState state, boolean approved) {
        if (action instanceof PriceChange change && hasMoved(change, state)) {
            return Optional.of("the price has moved since it was decided");
        }
        var gate = guardrails.gate();
        var about = facts.about(state, decision.capability(), decision.target(), live.now(), gate);
        var ruling = gate.check(action, ShopFacts.of(action, about));
        var allowed = approved ? Severity.NEEDS_REVIEW : Severity.ALLOWED;
        return ruling.severity() == allowed || ruling.severity() == Severity.ALLOWED
                ? Optional.empty()
                : Optional.of("the guardrails no longer pass it: " + Gate.reason(ruling));
    }

    private boolean hasMoved(PriceChange change, ShopState state) {
        return state.catalog()
                .price(change.sku(), change.channel(), live.now())
                .filter(it -> it.price().equals(change.from()))
                .isEmpty();
    }

    private WriteResult write(Action action, DecisionId key) {
        var writer = control.writer().orElseThrow();
        try {
            return writer.writes(action)
                    ? writer.write(action, key)
                    : new WriteResult.Failed("the platform cannot carry out: " + action.describe(), false);
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            LOG.error("Writing {} for {} failed", key, action.target(), broken);
            return new WriteResult.Failed("the platform's writer failed: " + broken, true);
        }
    }

    private Outcome outcome(Decision<?> decision, OutcomeKind kind, String detail) {
        return new Outcome(decision.id(), kind, live.now(), detail);
    }
}
