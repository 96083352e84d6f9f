package dev.storetwin.core;

import dev.storetwin.UnansweredAction;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.ActionFailed;
import dev.storetwin.event.TwinAct;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.ActStage;
import dev.storetwin.state.Undertaking;
import dev.storetwin.type.Actor;
import dev.storetwin.type.DecisionId;
import java.util.Comparator;
import java.util.List;

/** Actions that were reserved and never answered, because the process ended or the disk was full between the two. */
final class Unanswered {

    private final LiveShop live;
    private final Commit commit;

    Unanswered(LiveShop live, Commit commit) {
        this.live = live;
        this.commit = commit;
    }

    List<UnansweredAction> all() {
        var commitments = live.state().commitments();
        return commitments.open().stream()
                .flatMap(it -> commitments.undertaking(it).stream())
                .filter(this::isUnanswered)
                .map(it -> new UnansweredAction(it.decision(), it.action(), it.since()))
                .sorted(Comparator.comparing(UnansweredAction::since).thenComparing(UnansweredAction::decision))
                .toList();
    }

    private boolean isUnanswered(Undertaking known) {
        return known.stage() == ActStage.RESERVED && !commit.isUnderWay(known.decision());
    }

    Outcome resolve(DecisionId decision, boolean carriedOut, Actor by, String comment) {
        return live.act(() -> live.note(live.state()
                .commitments()
                .undertaking(decision)
                .filter(this::isUnanswered)
                .map(it -> say(it, carriedOut, by.role() + ": " + comment))
                .orElseGet(() -> outcome(decision, OutcomeKind.REFUSED, "its outcome is not in doubt"))));
    }

    private Outcome say(Undertaking known, boolean carriedOut, String comment) {
        var told = live.accept(carriedOut ? applied(known) : failed(known, comment));
        if (!(told instanceof Acceptance.Accepted)) {
            return outcome(known.decision(), OutcomeKind.REFUSED, OperatorWords.reason(told));
        }
        return outcome(known.decision(), carriedOut ? OutcomeKind.APPLIED : OutcomeKind.FAILED, comment);
    }

    private TwinAct applied(Undertaking known) {
        var action = known.action();
        return new ActionApplied(
                TwinAct.about("applied", known.decision(), live.nextMoment()),
                known.decision(),
                action.capability(),
                action.target(),
                action.commitment());
    }

    private TwinAct failed(Undertaking known, String comment) {
        return new ActionFailed(
                TwinAct.about("failed", known.decision(), live.nextMoment()), known.decision(), comment);
    }

    private Outcome outcome(DecisionId decision, OutcomeKind kind, String detail) {
        return new Outcome(decision, kind, live.now(), detail);
    }
}
