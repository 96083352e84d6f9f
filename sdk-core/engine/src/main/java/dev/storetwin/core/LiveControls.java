package dev.storetwin.core;

import dev.storetwin.Controls;
import dev.storetwin.PendingApproval;
import dev.storetwin.UnansweredAction;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.Right;
import dev.storetwin.event.AutonomyChanged;
import dev.storetwin.event.ExplorationChanged;
import dev.storetwin.event.KillSwitchChanged;
import dev.storetwin.monitor.CostReport;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * What operators say, once it is clear that they may. A word that is not accepted is not in effect, and whoever said it hears so.
 */
final class LiveControls implements Controls {

    private final LiveShop live;
    private final Access access;
    private final OperatorWords words;
    private final KillSwitch killSwitch;
    private final Commit commit;
    private final Approvals approvals;
    private final Unanswered unanswered;
    private final Rollback rollback;
    private final Costs costs;

    LiveControls(LiveShop live, Access access, KillSwitch killSwitch, Commit commit, Approvals approvals, Costs costs) {
        this.live = live;
        this.access = access;
        this.words = new OperatorWords(live);
        this.killSwitch = killSwitch;
        this.commit = commit;
        this.approvals = approvals;
        this.unanswered = new Unanswered(live, commit);
        this.rollback = new Rollback(live, commit);
        this.costs = costs;
    }

    @Override
    public List<PendingApproval> pending() {
        return approvals.pending();
    }

    @Override
    public Outcome approve(DecisionId decision, Actor by, String comment) {
        Arguments.given("decision, by, comment", decision, by, comment);
        return permitted(decision, by, Right.APPROVE, () -> approvals.approve(decision, by, comment));
    }

    @Override
    public Outcome reject(DecisionId decision, Actor by, String comment) {
        Arguments.given("decision, by, comment", decision, by, comment);
        return permitted(decision, by, Right.APPROVE, () -> approvals.reject(decision, by, comment));
    }

    Outcome apply(Decision<?> decision, Actor by) {
        return permitted(decision.id(), by, Right.APPLY, () -> commit.apply(decision, by));
    }

    @Override
    public Outcome apply(DecisionId decision, Actor by) {
        Arguments.given("decision, by", decision, by);
        return permitted(decision, by, Right.APPLY, () -> live.state()
                .commitments()
                .undertaking(decision)
                .map(it -> Task.of(it)
                        .map(task -> commit.apply(task, by))
                        .orElseGet(() -> refused(
                                decision, it.action().words() + " cannot be made again; apply the decision itself")))
                .orElseGet(() -> refused(decision, "the twin knows of no action under this id")));
    }

    @Override
    public List<UnansweredAction> unanswered() {
        return unanswered.all();
    }

    @Override
    public Outcome resolve(DecisionId decision, boolean carriedOut, Actor by, String comment) {
        Arguments.given("decision, by, comment", decision, by, comment);
        return permitted(decision, by, Right.RESOLVE, () -> unanswered.resolve(decision, carriedOut, by, comment));
    }

    @Override
    public Outcome rollback(DecisionId decision, Actor by, String reason) {
        Arguments.given("decision, by, reason", decision, by, reason);
        return permitted(decision, by, Right.ROLL_BACK, () -> rollback.of(decision, by, reason));
    }

    @Override
    public List<Outcome> rollback(Collection<DecisionId> decisions, Actor by, String reason) {
        Arguments.given("decisions, by, reason", decisions, by, reason);
        return access.denied(by, Right.ROLL_BACK, decisions.size() + " decisions")
                .map(it -> decisions.stream()
                        .map(decision -> new Outcome(decision, OutcomeKind.REFUSED, live.now(), it))
                        .toList())
                .orElseGet(() -> rollback.of(decisions, by, reason));
    }

    /** Without the right nothing is told of what there would be to change back. */
    @Override
    public List<Outcome> rollbackSince(Instant moment, Actor by, String reason) {
        Arguments.given("moment, by, reason", moment, by, reason);
        return access.denied(by, Right.ROLL_BACK, "everything since " + moment).isPresent()
                ? List.of()
                : rollback.since(moment, by, reason);
    }

    private Outcome permitted(DecisionId decision, Actor by, Right right, Supplier<Outcome> act) {
        return access.denied(by, right, decision.value())
                .map(it -> new Outcome(decision, OutcomeKind.REFUSED, live.now(), it))
                .orElseGet(act);
    }

    private Outcome refused(DecisionId decision, String reason) {
        return live.note(new Outcome(decision, OutcomeKind.REFUSED, live.now(), reason));
    }

    /** Acting stops before anything is written or waited for, so that neither a full disk nor another act can keep it going. */
    @Override
    public Acceptance stop(Actor by, String reason) {
        Arguments.given("by, reason", by, reason);
        var denied = denied(by, Right.STOP);
        if (denied.isPresent()) {
            return denied.get();
        }
        killSwitch.engage();
        var told = live.act(() -> {
            killSwitch.engage();
            return words.say(
                    "kill switch engaged", at -> KillSwitchChanged.of(true, by, at, reason), by.role() + ": " + reason);
        });
        if (!killSwitch.awaitWrites()) {
            live.note("kill switch engaged", "a write that had begun before has not returned yet");
        }
        return told;
    }

    /** Acting goes on only when that is kept. */
    @Override
    public Acceptance release(Actor by, String reason) {
        Arguments.given("by, reason", by, reason);
        return denied(by, Right.RELEASE)
                .orElseGet(() -> live.act(() -> {
                    var told = words.say(
                            "kill switch released",
                            at -> KillSwitchChanged.of(false, by, at, reason),
                            by.role() + ": " + reason);
                    if (told instanceof Acceptance.Accepted) {
                        killSwitch.disengage();
                    }
                    return told;
                }));
    }

    @Override
    public Acceptance freezeExploration(Capability capability, Actor by, String reason) {
        return explore(capability, true, by, reason, Right.STOP);
    }

    @Override
    public Acceptance resumeExploration(Capability capability, Actor by, String reason) {
        return explore(capability, false, by, reason, Right.RELEASE);
    }

    private Acceptance explore(Capability capability, boolean frozen, Actor by, String reason, Right right) {
        Arguments.given("capability, by, reason", capability, by, reason);
        return denied(by, right)
                .orElseGet(() -> words.say(
                        frozen ? "exploration frozen" : "exploration resumed",
                        at -> ExplorationChanged.of(capability, frozen, by, at, reason),
                        "%s by %s: %s".formatted(capability, by.role(), reason)));
    }

    @Override
    public Acceptance grant(Capability capability, Scope scope, Autonomy level, Actor by) {
        Arguments.given("capability, scope, level, by", capability, scope, level, by);
        if (level == Autonomy.CANARY) {
            throw new IllegalArgumentException(
                    "CANARY needs the share of keys that are in it.\nMaybe call grantCanary.");
        }
        return grant(capability, scope, level, OptionalDouble.empty(), by);
    }

    @Override
    public Acceptance grantCanary(Capability capability, Scope scope, double share, Actor by) {
        Arguments.given("capability, scope, by", capability, scope, by);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "A share lies between 0 and 1, not at %s.\nMaybe it was meant in per cent.".formatted(share));
        }
        return grant(capability, scope, Autonomy.CANARY, OptionalDouble.of(share), by);
    }

    private Acceptance grant(Capability capability, Scope scope, Autonomy level, OptionalDouble share, Actor by) {
        var percent = share.isPresent() ? " for a share of " + share.getAsDouble() : "";
        return denied(by, Right.GRANT)
                .orElseGet(() -> words.say(
                        "autonomy changed",
                        at -> AutonomyChanged.of(capability, scope, level.name(), share, by, at),
                        "%s of %s: %s%s by %s".formatted(capability, scope, level, percent, by.role())));
    }

    @Override
    public CostReport costs() {
        return costs.report();
    }

    private Optional<Acceptance> denied(Actor by, Right right) {
        return access.denied(by, right, "").map(Acceptance.Denied::new);
    }
}
