package dev.storetwin.core;

import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.event.AutonomyChanged;
import dev.storetwin.event.DecisionApproved;
import dev.storetwin.event.DecisionRejected;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.KillSwitchChanged;
import dev.storetwin.event.RulesInstalled;
import dev.storetwin.event.TwinAct;
import dev.storetwin.guardrail.RuleSet;
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
final class OperatorActs {

    private final LiveShop live;
    private final Guardrails guardrails;
    private volatile boolean isHalted;

    OperatorActs(LiveShop live, Guardrails guardrails) {
        this.live = live;
        this.guardrails = guardrails;
    }

    /** Whether all acting is stopped; also when that could not be written down. */
    boolean isStopped() {
        return isHalted || live.state().commitments().killSwitchEngaged();
    }

    /** Acting stops before anything is written or waited for, so that neither a full disk nor another act can keep it going. */
    Acceptance stop(Actor by, String reason) {
        isHalted = true;
        return live.act(() -> {
            isHalted = true;
            return say(
                    "kill switch engaged", at -> KillSwitchChanged.of(true, by, at, reason), by.role() + ": " + reason);
        });
    }

    /** Acting goes on only when that is kept. */
    Acceptance release(Actor by, String reason) {
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

    Acceptance grant(Capability capability, Autonomy level, Actor by) {
        return say(
                "autonomy changed",
                at -> new AutonomyChanged(header("autonomy:" + capability, "", at), capability, level.name(), by),
                "%s: %s by %s".formatted(capability, level, by.role()));
    }

    /** Compiled aside: only the exchange keeps other acts waiting. */
    Acceptance install(RuleSet rules, Actor by) {
        var compiled = guardrails.compile(rules);
        return live.act(() -> {
            guardrails.replace(compiled);
            return say(
                    "rules installed",
                    at -> new RulesInstalled(
                            header("rules", ":" + rules.contentHash(), at), rules.name(), rules.contentHash(), by),
                    rules.name() + " " + rules.contentHash());
        });
    }

    private static EventHeader header(String what, String which, Instant at) {
        var entity = new Entity(EntityKind.TWIN, what);
        return EventHeader.of(TwinAct.TWIN, what + which + "@" + at, entity, at);
    }

    private Acceptance say(String what, Function<Instant, TwinAct> word, String detail) {
        return live.act(() -> {
            var told = live.accept(word.apply(live.nextMoment()));
            live.note(what, detail + unlessKept(told));
            return told;
        });
    }

    Outcome approve(Decision<?> decision, Actor by, String comment) {
        return judge(
                decision.id(),
                at -> DecisionApproved.of(decision.id(), by, at, comment),
                OutcomeKind.APPROVED,
                by.role() + ": " + comment);
    }

    Outcome reject(Decision<?> decision, Actor by, String comment) {
        return judge(
                decision.id(),
                at -> DecisionRejected.of(decision.id(), by, at, comment),
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
