package dev.storetwin.core;

import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.audit.DecisionLog;
import dev.storetwin.core.guardrail.OutlinedActions;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.event.DecisionRolledBack;
import dev.storetwin.event.TwinAct;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Action;
import dev.storetwin.state.ActStage;
import dev.storetwin.state.AppliedAction;
import dev.storetwin.state.Undertaking;
import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Changes back what decisions changed.
 *
 * <p>How it works: the inverse is an action of its own, with an id made of the decision's, and is carried out like any other. Only then the
 * decision counts as rolled back. After a crash between the two the inverse is not written again when somebody asks once more.
 */
final class Rollback {

    private static final String UNDO = "undo:";

    private static final Comparator<AppliedAction> NEWEST_FIRST = Comparator.comparing(AppliedAction::at)
            .thenComparing(AppliedAction::decision)
            .reversed();

    private final LiveShop live;
    private final Commit commit;
    private final DecisionLog decided;

    Rollback(LiveShop live, Commit commit) {
        this.live = live;
        this.commit = commit;
        this.decided = new DecisionLog(live.audit());
    }

    /** Newest first, so that of several prices of one thing each finds its own still standing. */
    List<Outcome> since(Instant moment, Actor by, String reason) {
        return live.state().commitments().appliedSince(moment).stream()
                .filter(it -> !it.decision().value().startsWith(UNDO))
                .sorted(NEWEST_FIRST)
                .map(it -> of(it.decision(), by, reason))
                .toList();
    }

    /** Each once, newest first; what was never applied comes last. */
    List<Outcome> of(Collection<DecisionId> decisions, Actor by, String reason) {
        var state = live.state();
        return decisions.stream()
                .distinct()
                .map(it -> new AppliedAction(
                        it,
                        Commitment.NONE,
                        state.begun(it).map(act -> act.header().occurredAt()).orElse(Instant.MIN)))
                .sorted(NEWEST_FIRST)
                .map(it -> of(it.decision(), by, reason))
                .toList();
    }

    Outcome of(DecisionId decision, Actor by, String reason) {
        var state = live.state();
        var plan = plan(decision, state);
        if (plan instanceof Plan.Done done) {
            return rolledBack(decision, done.words(), by, reason);
        }
        if (plan instanceof Plan.Impossible impossible) {
            return live.note(outcome(decision, OutcomeKind.REFUSED, impossible.reason()));
        }
        var change = ((Plan.Possible) plan).change();
        var undone = commit.apply(task(decision, change, reason), by);
        return undone.kind() == OutcomeKind.APPLIED
                ? rolledBack(decision, change.describe(), by, reason)
                : live.note(outcome(decision, undone.kind(), "it stands: " + undone.detail()));
    }

    /** Whether and how something can be changed back. */
    private sealed interface Plan {

        record Possible(PriceChange change) implements Plan {}

        record Impossible(String reason) implements Plan {}

        /** The inverse was carried out before; only that was not written down. */
        record Done(String words) implements Plan {}
    }

    private Plan plan(DecisionId decision, ShopState state) {
        var stage = state.commitments().stage(decision);
        if (stage.isEmpty()) {
            return new Plan.Impossible(
                    decided.find(decision).isPresent()
                            ? "nothing of it was carried out, so there is nothing to change back"
                            : "the twin knows of no such decision");
        }
        if (stage.get() == ActStage.RESERVED) {
            return new Plan.Impossible(
                    "nobody knows whether it was carried out; say so first with controls().resolve()");
        }
        if (stage.get() != ActStage.APPLIED) {
            return new Plan.Impossible("there is nothing to change back: it is " + stage.get());
        }
        return known(decision, state)
                .map(it -> plan(decision, it, state))
                .orElseGet(() -> new Plan.Impossible("what stood before was not written down"));
    }

    /** The journal knows what the twin did, and what a host told with its decision; the audit trail knows what was decided. */
    private Optional<ActionOutline> known(DecisionId decision, ShopState state) {
        return state.commitments()
                .undertaking(decision)
                .map(Undertaking::action)
                .or(() -> decided.find(decision)
                        .flatMap(it -> it.record().decision().action())
                        .flatMap(it -> OutlinedActions.of(it.outline()))
                        .map(Action::outline));
    }

    private Plan plan(DecisionId decision, ActionOutline known, ShopState state) {
        var target = known.target();
        var ours = known.commitment().price();
        var before = known.replaces().price();
        if (ours.isEmpty()
                || before.isEmpty()
                || target.sku().isEmpty()
                || target.channel().isEmpty()) {
            return new Plan.Impossible(
                    "%s cannot be changed back from here; undo it where it was received".formatted(known.words()));
        }
        var change = new PriceChange(target.sku().get(), target.channel().get(), ours.get(), before.get());
        if (isUndone(decision, state)) {
            return new Plan.Done(change.describe());
        }
        return isOurs(change, state)
                ? new Plan.Possible(change)
                : new Plan.Impossible("the price is not this decision's any more");
    }

    private static boolean isUndone(DecisionId decision, ShopState state) {
        return state.commitments()
                .stage(undo(decision))
                .filter(ActStage.APPLIED::equals)
                .isPresent();
    }

    /** While our own write has not come back yet the shop still tells an older price. */
    private static boolean isOurs(PriceChange change, ShopState state) {
        return state.commitments()
                        .lastApplied(Capability.PRICING, change.target())
                        .flatMap(it -> it.commitment().price())
                        .filter(change.from()::isNearly)
                        .isPresent()
                && !state.commitments().isOverruled(change.sku(), change.channel());
    }

    private static DecisionId undo(DecisionId decision) {
        return DecisionId.of(UNDO + decision);
    }

    private Task task(DecisionId decision, PriceChange change, String reason) {
        var why = "rollback of %s: %s".formatted(decision, reason);
        return new Task(
                undo(decision),
                live.now(),
                DecisionStatus.ADVISED,
                change,
                List.of(why),
                Optional.empty(),
                Optional.empty(),
                false,
                true);
    }

    private Outcome rolledBack(DecisionId decision, String words, Actor by, String reason) {
        return live.act(() -> {
            var header = TwinAct.about("rolled-back", decision, live.nextMoment());
            var told = live.accept(new DecisionRolledBack(header, decision, by, reason));
            var detail = "%s: %s, %s".formatted(by.role(), reason, words);
            return live.note(outcome(decision, OutcomeKind.ROLLED_BACK, detail + OperatorWords.unlessKept(told)));
        });
    }

    private Outcome outcome(DecisionId decision, OutcomeKind kind, String detail) {
        return new Outcome(decision, kind, live.now(), detail);
    }
}
