package dev.storetwin.core;

import dev.storetwin.PendingApproval;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.audit.DecisionLog;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.ApprovalAsked;
import dev.storetwin.event.DecisionApproved;
import dev.storetwin.event.DecisionMade;
import dev.storetwin.event.DecisionRejected;
import dev.storetwin.event.TwinAct;
import dev.storetwin.feature.NearestName;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.ActStage;
import dev.storetwin.state.Undertaking;
import dev.storetwin.type.Actor;
import dev.storetwin.type.DecisionId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Actions that wait for a yes, and what was said to them. All of it lies in the state, so that it outlives the process. */
final class Approvals {

    private static final String LAPSED = "its time for approval is over";

    private final LiveShop live;
    private final DecisionLog decided;
    private final ApprovalOptions options;

    Approvals(LiveShop live, ApprovalOptions options) {
        this.live = live;
        this.decided = new DecisionLog(live.audit());
        this.options = options;
    }

    boolean isHighImpact(Task task) {
        return options.isHighImpact(task.action());
    }

    /** Whether nobody knows what it does in this shop, and people want to be asked then. */
    boolean isGuess(Task task) {
        return options.isGuess(task);
    }

    /** Lets an action wait. One that waits already goes on waiting. */
    Outcome ask(Task task, Actor by) {
        var waiting = outcome(task.id(), OutcomeKind.WAITING, task.action().describe() + " waits for approval");
        var known = live.state().commitments().stage(task.id());
        if (known.filter(ActStage.WAITING::equals).isPresent()) {
            return waiting;
        }
        layAside();
        live.accept(DecisionMade.of(task, task.status().label()));
        var told = live.accept(asked(task, by, live.nextMoment()));
        return live.note(
                told instanceof Acceptance.Accepted
                        ? waiting
                        : refused(
                                task.id(),
                                "it waits for approval and cannot be queued" + OperatorWords.unlessKept(told)));
    }

    /** What nobody said yes to, or carried out, in time is closed, so that the queue does not grow for ever. */
    private void layAside() {
        var commitments = live.state().commitments();
        commitments.open().stream()
                .flatMap(it -> commitments.undertaking(it).stream())
                .filter(it -> it.stage() != ActStage.RESERVED && hasExpired(it))
                .map(Undertaking::decision)
                .forEach(it -> say(
                        it,
                        at -> DecisionRejected.of(it, Actor.TWIN, at, LAPSED),
                        OutcomeKind.REJECTED,
                        Actor.TWIN.role() + ": " + LAPSED));
    }

    private ApprovalAsked asked(Task task, Actor by, Instant at) {
        return new ApprovalAsked(
                TwinAct.about("asked", task.id(), at),
                task.id(),
                task.bound(),
                task.reasons(),
                isHighImpact(task) ? 2 : 1,
                at.plus(options.expiry()),
                by);
    }

    List<PendingApproval> pending() {
        var commitments = live.state().commitments();
        return commitments.open().stream()
                .flatMap(it -> commitments.undertaking(it).stream())
                .filter(it -> it.stage() == ActStage.WAITING && !hasExpired(it))
                .map(Approvals::pending)
                .sorted(Comparator.comparing(PendingApproval::since).thenComparing(PendingApproval::decision))
                .toList();
    }

    private static PendingApproval pending(Undertaking waiting) {
        var asked = waiting.asked().orElseThrow();
        return new PendingApproval(
                waiting.decision(),
                waiting.action(),
                asked.reasons(),
                asked.header().occurredAt(),
                asked.expires(),
                asked.by(),
                asked.approvals(),
                waiting.approvedBy());
    }

    private boolean hasExpired(Undertaking known) {
        return known.asked().filter(it -> !live.now().isBefore(it.expires())).isPresent();
    }

    /** Whether what was asked for was not answered, or not carried out, in time. */
    boolean hasExpired(DecisionId decision, ShopState state) {
        return state.commitments()
                .undertaking(decision)
                .filter(this::hasExpired)
                .isPresent();
    }

    Outcome approve(DecisionId decision, Actor by, String comment) {
        return live.act(() -> {
            var known = live.state().commitments().undertaking(decision);
            return known.map(it -> objection(it, by))
                    .orElse(Optional.of("the twin knows of nothing that waits under this id"))
                    .map(it -> live.note(refused(decision, it)))
                    .orElseGet(() -> say(
                            decision,
                            at -> DecisionApproved.of(decision, by, at, comment),
                            OutcomeKind.APPROVED,
                            by.role() + ": " + comment + left(known.orElseThrow())));
        });
    }

    private static String left(Undertaking before) {
        int left =
                before.asked().orElseThrow().approvals() - before.approvedBy().size() - 1;
        return left > 0 ? " (%d more must say yes)".formatted(left) : "";
    }

    private Optional<String> objection(Undertaking known, Actor by) {
        if (known.stage() != ActStage.WAITING || known.asked().isEmpty()) {
            return Optional.of("it does not wait for approval: it is " + known.stage());
        }
        if (hasExpired(known)) {
            return Optional.of("the time for a yes is over; ask the twin again");
        }
        var asked = known.asked().orElseThrow();
        if (asked.approvals() > 1 && asked.by().name().equals(by.name())) {
            return Optional.of("who asked for it may not approve it too: two others must agree");
        }
        return known.approvedBy().stream().anyMatch(it -> it.name().equals(by.name()))
                ? Optional.of("the same person has approved it before: another must agree")
                : Optional.empty();
    }

    /** A no in advance counts too, also to what nobody has heard of. What is done cannot be refused any more. */
    Outcome reject(DecisionId decision, Actor by, String comment) {
        return live.act(() -> {
            var stage = live.state().commitments().stage(decision);
            boolean isDone = stage.filter(
                            it -> it == ActStage.APPLIED || it == ActStage.RESERVED || it == ActStage.ROLLED_BACK)
                    .isPresent();
            if (isDone) {
                return live.note(refused(decision, "it is too late for a no: it is " + stage.orElseThrow()));
            }
            boolean isKnown = stage.isPresent() || decided.find(decision).isPresent();
            return say(
                    decision,
                    at -> DecisionRejected.of(decision, by, at, comment),
                    OutcomeKind.REJECTED,
                    by.role() + ": " + comment + (isKnown ? "" : unknown(decision)));
        });
    }

    /** A no must never fail for want of knowledge; but a name that was mistyped rejects nothing, so whoever says it hears of that. */
    private String unknown(DecisionId decision) {
        var waiting = pending().stream().map(it -> it.decision().value()).toList();
        return " (nothing is known of it yet; should it come, it stays rejected.%s)"
                .formatted(NearestName.to(decision.value(), waiting)
                        .map(" Maybe %s is meant, which waits and is not rejected by this"::formatted)
                        .orElse(""));
    }

    private Outcome say(DecisionId decision, Function<Instant, TwinAct> word, OutcomeKind kind, String detail) {
        var told = live.accept(word.apply(live.nextMoment()));
        return live.note(
                told instanceof Acceptance.Accepted
                        ? outcome(decision, kind, detail)
                        : refused(decision, OperatorWords.reason(told)));
    }

    private Outcome refused(DecisionId decision, String reason) {
        return outcome(decision, OutcomeKind.REFUSED, reason);
    }

    private Outcome outcome(DecisionId decision, OutcomeKind kind, String detail) {
        return new Outcome(decision, kind, live.now(), detail);
    }
}
