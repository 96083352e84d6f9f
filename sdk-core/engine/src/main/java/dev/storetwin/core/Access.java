package dev.storetwin.core;

import dev.storetwin.LoadReport;
import dev.storetwin.decision.Permissions;
import dev.storetwin.decision.Right;
import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.ActionFailed;
import dev.storetwin.event.DecisionMade;
import dev.storetwin.event.ExperimentStarted;
import dev.storetwin.event.ExperimentStopped;
import dev.storetwin.event.ModelInstalled;
import dev.storetwin.event.TwinAct;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Who may do what. A denial is an answer, and a line in the audit.
 *
 * @param permissions empty when everybody may do everything
 */
record Access(LiveShop live, Optional<Permissions> permissions) {

    /** What a host did itself, and tells. */
    private static final Set<Class<? extends TwinEvent>> MAY_BE_TOLD = Set.of(
            ActionApplied.class,
            ActionFailed.class,
            DecisionMade.class,
            ExperimentStarted.class,
            ExperimentStopped.class,
            ModelInstalled.class);

    Acceptance accept(TwinEvent event) {
        return deniedAct(event).orElseGet(() -> live.accept(event));
    }

    CompletionStage<Acceptance> offer(TwinEvent event) {
        return deniedAct(event)
                .<CompletionStage<Acceptance>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> live.offer(event));
    }

    LoadReport load(Stream<? extends TwinEvent> events) {
        return live.load(events.filter(it -> deniedAct(it).isEmpty()).iterator());
    }

    List<Acceptance> acceptAll(List<? extends TwinEvent> events) {
        return live.acceptAll(
                events.stream().filter(it -> deniedAct(it).isEmpty()).toList());
    }

    /**
     * Words of operators are said through {@code controls()} and {@code rules()}, where it is asked who says them and where they are audited.
     * As events, from wherever these come, they are not taken.
     */
    private Optional<Acceptance> deniedAct(TwinEvent event) {
        if (!(event instanceof TwinAct) || MAY_BE_TOLD.contains(event.getClass())) {
            return Optional.empty();
        }
        var reason = "%s is no event that may be handed in; use controls() or rules()"
                .formatted(event.getClass().getSimpleName());
        live.note("denied", reason);
        return Optional.of(new Acceptance.Denied(reason));
    }

    /** Why somebody may not; empty when they may. */
    Optional<String> denied(Actor by, Right right, String about) {
        if (permissions.isEmpty() || permissions.get().allows(by.role(), right)) {
            return Optional.empty();
        }
        var reason = "%s may not %s"
                .formatted(by.role(), right.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        live.note("denied", about.isEmpty() ? reason : reason + ": " + about);
        return Optional.of(reason);
    }
}
