package dev.storetwin.core;

import dev.storetwin.Controls;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.event.AutonomyChanged;
import dev.storetwin.event.DecisionApproved;
import dev.storetwin.event.DecisionRejected;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.KillSwitchChanged;
import dev.storetwin.event.TwinAct;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import java.time.Instant;
import java.util.function.Function;

/**
 * What operators say: each word is an event at a moment of its own and a line in the audit, one after the other. A word that is not accepted
 * is not in effect, and whoever said it hears so.
 */
final class LiveControls implements Controls {

    private final LiveShop live;
    private volatile boolean isHalted;

    LiveControls(LiveShop live) {
        this.live = live;
    }

    /** Whether all acting is stopped; also when that could not be written down. */
    boolean isStopped() {
        return isHalted || live.state().commitments().killSwitchEngaged();
    }

    /** Acting stops before anything is written or waited for, so that neither a full disk nor another act can keep it going. */
    @Override
    public Acceptance stop(Actor by, String reason) {
        isHalted = true;
        return live.act(() -> {
            isHalted = true;
            return say(
                    "kill switch engaged", at -> KillSwitchChanged.of(true, by, at, reason), by.role() + ": " + reason);
        });
    }

    /** Acting goes on only when that is kept. */
    @Override
    public Acceptance release(Actor by, String reason) {
        return live.act(() -> {
            var told = say(
                    "kill switch released",
                    at -> KillSwitchChanged.of(false, by, at, reason),
                    by.role() + ": " + reason);
            if (told instanceof Acceptance.Accepted) {
                isHalted = false;
            }
            return told;
        });
    }

    @Override
    public Acceptance grant(Capability capability, Autonomy level, Actor by) {
        return say(
                "autonomy changed",
                at -> new AutonomyChanged(header("autonomy:" + capability, "", at), capability, level.name(), by),
                "%s: %s by %s".formatted(capability, level, by.role()));
    }

    static EventHeader header(String what, String which, Instant at) {
        var entity = new Entity(EntityKind.TWIN, what);
        return EventHeader.of(TwinAct.TWIN, what + which + "@" + at, entity, at);
    }

    Acceptance say(String what, Function<Instant, TwinAct> word, String detail) {
        return live.act(() -> {
            var told = live.accept(word.apply(live.nextMoment()));
            live.note(what, detail + unlessKept(told));
            return told;
        });
    }

    @Override
    public Outcome approve(DecisionId decision, Actor by, String comment) {
        return judge(
                decision,
                at -> DecisionApproved.of(decision, by, at, comment),
                OutcomeKind.APPROVED,
                by.role() + ": " + comment);
    }

    @Override
    public Outcome reject(DecisionId decision, Actor by, String comment) {
        return judge(
                decision,
                at -> DecisionRejected.of(decision, by, at, comment),
                OutcomeKind.REJECTED,
                by.role() + ": " + comment);
    }

    private Outcome judge(DecisionId decision, Function<Instant, TwinAct> word, OutcomeKind kind, String detail) {
        return live.act(() -> {
            var told = live.accept(word.apply(live.nextMoment()));
            return live.note(
                    told instanceof Acceptance.Accepted
                            ? new Outcome(decision, kind, live.now(), detail)
                            : new Outcome(decision, OutcomeKind.REFUSED, live.now(), reason(told)));
        });
    }

    /** Added to what was to be done; nothing when it is in effect. */
    static String unlessKept(Acceptance told) {
        return told instanceof Acceptance.Accepted ? "" : " (not kept: %s)".formatted(reason(told));
    }

    /** Why an act is not in effect. */
    private static String reason(Acceptance told) {
        return told instanceof Acceptance.Unavailable full
                ? full.reason()
                : "the twin has it, or another that counts more: " + told;
    }
}
