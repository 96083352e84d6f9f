package dev.storetwin.core;

import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.event.DecisionRolledBack;
import dev.storetwin.event.TwinAct;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.state.ActStage;
import dev.storetwin.state.AppliedAction;
import dev.storetwin.state.Undertaking;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.time.Instant;
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

    private final LiveShop live;
    private final Commit commit;

    Rollback(LiveShop live, Commit commit) {
        this.live = live;
        this.commit = commit;
    }

    /** Newest first, so that of several prices of one thing each finds its own still standing. */
    List<Outcome> since(Instant moment, Actor by, String reason) {
        var newestFirst = Comparator.comparing(AppliedAction::at)
                .thenComparing(AppliedAction::decision)
                .reversed();
        return live.state().commitments().appliedSince(moment).stream()
                .filter(it -> !it.decision().value().startsWith(UNDO))
                .sorted(newestFirst)
                .map(it -> of(it.decision(), by, reason))
                .toList();
    }

    Outcome of(DecisionId decision, Actor by, String reason) {
        var state = live.state();
        var plan = plan(decision, state);
        if (plan instanceof Plan.Impossible impossible) {
            return live.note(outcome(decision, OutcomeKind.REFUSED, impossible.reason()));
        }
        var change = ((Plan.Possible) plan).change();
        var undone = commit.apply(task(decision, change, reason), by);
        return undone.kind() == OutcomeKind.APPLIED
                ? rolledBack(decision, change, by, reason)
                : live.note(outcome(decision, undone.kind(), "it stands: " + undone.detail()));
    }

    /** Whether and how something can be changed back. */
    private sealed interface Plan {

        record Possible(PriceChange change) implements Plan {}

        record Impossible(String reason) implements Plan {}
    }

    private Plan plan(DecisionId decision, ShopState state) {
        var stage = state.commitments().stage(decision);
        if (stage.isEmpty()) {
            return new Plan.Impossible("the twin knows of no such decision");
        }
        if (stage.get() == ActStage.RESERVED) {
            return new Plan.Impossible(
                    "nobody knows whether it was carried out; say so first with controls().resolve()");
        }
        if (stage.get() != ActStage.APPLIED) {
            return new Plan.Impossible("there is nothing to change back: it is " + stage.get());
        }
        return state.commitments()
                .undertaking(decision)
                .map(it -> plan(it, state))
                .orElseGet(() -> new Plan.Impossible("what stood before was not written down"));
    }

    private Plan plan(Undertaking known, ShopState state) {
        var target = known.action().target();
        var ours = known.action().commitment().price();
        var before = known.action().replaces().price();
        if (ours.isEmpty()
                || before.isEmpty()
                || target.sku().isEmpty()
                || target.channel().isEmpty()) {
            return new Plan.Impossible("%s cannot be changed back from here; undo it where it was received"
                    .formatted(known.action().words()));
        }
        var sku = target.sku().get();
        var channel = target.channel().get();
        return isOurs(sku, channel, ours.get(), known, state)
                ? new Plan.Possible(new PriceChange(sku, channel, ours.get(), before.get()))
                : new Plan.Impossible("the price is not this decision's any more");
    }

    /** While our own write has not come back yet the shop still tells an older price. */
    private boolean isOurs(Sku sku, Channel channel, Money ours, Undertaking known, ShopState state) {
        var last = state.commitments()
                .lastApplied(Capability.PRICING, known.action().target());
        boolean isLast = last.filter(
                        it -> it.commitment().price().filter(ours::equals).isPresent())
                .isPresent();
        return isLast
                && state.catalog()
                        .price(sku, channel, live.now())
                        .filter(it -> !it.price().equals(ours)
                                && !it.from().isBefore(last.orElseThrow().at()))
                        .isEmpty();
    }

    private Task task(DecisionId decision, PriceChange change, String reason) {
        var why = "rollback of %s: %s".formatted(decision, reason);
        return new Task(
                DecisionId.of(UNDO + decision),
                live.now(),
                DecisionStatus.ADVISED,
                change,
                List.of(why),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private Outcome rolledBack(DecisionId decision, PriceChange change, Actor by, String reason) {
        return live.act(() -> {
            var header = TwinAct.about("rolled-back", decision, live.nextMoment());
            var told = live.accept(new DecisionRolledBack(header, decision, by, reason));
            var detail = "%s: %s, %s".formatted(by.role(), reason, change.describe());
            return live.note(outcome(decision, OutcomeKind.ROLLED_BACK, detail + OperatorWords.unlessKept(told)));
        });
    }

    private Outcome outcome(DecisionId decision, OutcomeKind kind, String detail) {
        return new Outcome(decision, kind, live.now(), detail);
    }
}
