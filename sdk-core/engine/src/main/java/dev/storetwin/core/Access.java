package dev.storetwin.core;

import dev.storetwin.decision.Permissions;
import dev.storetwin.decision.Right;
import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.ActionFailed;
import dev.storetwin.event.DecisionMade;
import dev.storetwin.event.TwinAct;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Actor;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may do what. A denial is an answer, and a line in the audit.
 *
 * @param permissions empty when everybody may do everything
 */
record Access(LiveShop live, Optional<Permissions> permissions) {

    /** Words of operators are said through {@code controls()}, where it is asked who says them, and not handed in as events. */
    Optional<Acceptance> deniedAct(TwinEvent event) {
        boolean isReport =
                event instanceof ActionApplied || event instanceof ActionFailed || event instanceof DecisionMade;
        if (permissions.isEmpty() || isReport || !(event instanceof TwinAct)) {
            return Optional.empty();
        }
        var reason = "%s is no event that may be handed in; use controls()"
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
