package dev.storetwin.event;

import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far the twin may go alone was changed.
 *
 * @param level as the decision room names it
 * @param scope for what; absent in what was written before there were scopes, and everything then
 * @param share of the keys for which it holds in full, where the level is one of shares
 */
public record AutonomyChanged(
        EventHeader header, Capability capability, String level, Actor by, Optional<Scope> scope, OptionalDouble share)
        implements TwinAct {

    public static AutonomyChanged of(
            Capability capability, Scope scope, String level, OptionalDouble share, Actor by, Instant occurredAt) {
        var name = document(capability, scope);
        var header = EventHeader.of(TWIN, name + "@" + occurredAt, new Entity(EntityKind.TWIN, name), occurredAt);
        return new AutonomyChanged(header, capability, level, by, Optional.of(scope), share);
    }

    /** The name of the document that tells of one capability and scope. */
    public static String document(Capability capability, Scope scope) {
        return "autonomy:" + capability + (scope.equals(Scope.EVERYTHING) ? "" : ":" + scope);
    }
}
