package dev.storetwin.core;

import dev.storetwin.core.decision.Standings;
import dev.storetwin.core.guardrail.OutlinedActions;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.event.Decided;
import dev.storetwin.guardrail.Standing;
import dev.storetwin.proposal.Action;
import dev.storetwin.state.Undertaking;
import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An action that shall be carried out.
 *
 * @param id      of the decision for it
 * @param status  as that decision says
 * @param reasons in words, most important first
 * @param regret   what is given up by it, to learn
 * @param standing of the action among its alternatives, where the decision itself is at hand
 * @param isAssumed whether it rests on what is usual in the trade; true for one that was laid before people, since they were asked for a reason
 * @param isUndo  whether a person wants something changed back by it
 */
record Task(
        DecisionId id,
        Instant asOf,
        DecisionStatus status,
        Action action,
        List<String> reasons,
        Optional<Money> regret,
        Optional<Standing> standing,
        boolean isAssumed,
        boolean isUndo)
        implements Decided {

    /** What a decision wants carried out, now or after a yes; empty when it wants nothing. */
    static Optional<Task> of(Decision<?> decision) {
        return decision.action()
                .<Action>map(it -> it)
                .or(() -> decision.pending().map(it -> it))
                .map(it -> new Task(
                        decision.id(),
                        decision.asOf(),
                        decision.status(),
                        it,
                        decision.reasons(),
                        decision.regret(),
                        Standings.of(decision),
                        decision.isAssumed(),
                        false));
    }

    /** The same from what the journal keeps; empty when the action cannot be made again from it. */
    static Optional<Task> of(Undertaking known) {
        var reasons = known.asked().map(it -> it.reasons()).orElse(List.of());
        return OutlinedActions.of(known.action())
                .map(it -> new Task(
                        known.decision(),
                        known.asOf(),
                        status(known.status()),
                        it,
                        reasons,
                        known.action().commitment().regret(),
                        Optional.empty(),
                        known.asked().isPresent(),
                        false));
    }

    /** A status that nobody knows is one that needs a yes. */
    private static DecisionStatus status(String label) {
        try {
            return DecisionStatus.valueOf(label.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException newer) {
            return DecisionStatus.NEEDS_REVIEW;
        }
    }

    @Override
    public Capability capability() {
        return action.capability();
    }

    @Override
    public Target target() {
        return action.target();
    }

    @Override
    public Commitment commitment() {
        return regret.map(it -> action.commitment().withRegret(it)).orElseGet(action::commitment);
    }

    /** Whether nobody knows what it does, and it is not done to find out. */
    boolean isGuess() {
        return isAssumed && regret.isEmpty();
    }

    /** The action with all that it binds. */
    ActionOutline bound() {
        return action.outline().withCommitment(commitment());
    }
}
