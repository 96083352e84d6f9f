package dev.storetwin.core;

import dev.storetwin.decision.Permissions;
import dev.storetwin.decision.Right;
import dev.storetwin.type.Actor;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may do what. A denial is an answer, and a line in the audit.
 *
 * @param permissions empty when everybody may do everything
 */
record Access(LiveShop live, Optional<Permissions> permissions) {

    /** Why somebody may not; empty when they may. */
    Optional<String> denied(Actor by, Right right, String about) {
        if (permissions.isEmpty() || permissions.get().allows(by.role(), right)) {
            return Optional.empty();
        }
        var reason = "%s may not %s".formatted(by.role(), right.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        live.note("denied", about.isEmpty() ? reason : reason + ": " + about);
        return Optional.of(reason);
    }
}
