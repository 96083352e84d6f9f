package dev.storetwin.core;

import dev.storetwin.core.random.Draws;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.event.AutonomyChanged;
import dev.storetwin.platform.ActionWriter;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Scope;
import dev.storetwin.type.Target;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the twin may go alone, and through what.
 *
 * @param autonomy as the host set it; an operator's later word in the state wins
 * @param writer   that carries actions out
 */
record Control(Map<Capability, Autonomy> autonomy, Optional<ActionWriter> writer, ApprovalOptions approvals) {

    /** The same in every twin, so that a key is in the canary's share or not, whatever the seed. */
    private static final Draws KEYS = Draws.of(0);

    /** What holds for a target; never {@link Autonomy#CANARY}, since a target is in its share or not. */
    Autonomy of(Capability capability, Target target, TwinState state) {
        return scopes(target, state)
                .flatMap(it -> state.commitments().autonomy(capability, it).stream())
                .findFirst()
                .map(it -> level(it, target))
                .orElseGet(() -> autonomy.getOrDefault(capability, Autonomy.ADVISE));
    }

    /** Most specific first. */
    private static Stream<Scope> scopes(Target target, TwinState state) {
        var category = target.sku().flatMap(state.catalog()::variant).flatMap(Variant::category);
        return Stream.of(
                        target.sku().map(Scope::of),
                        category.map(Scope::ofCategory),
                        target.channel().map(Scope::of),
                        target.node().map(Scope::of),
                        Optional.of(Scope.EVERYTHING))
                .flatMap(Optional::stream);
    }

    /** A word that names no level lets the twin advise, nothing more. */
    private static Autonomy level(AutonomyChanged grant, Target target) {
        var level = Arrays.stream(Autonomy.values())
                .filter(it -> it.name().equalsIgnoreCase(grant.level()))
                .findFirst()
                .orElse(Autonomy.ADVISE);
        if (level != Autonomy.CANARY) {
            return level;
        }
        return isInShare(grant.capability(), target, grant.share().orElse(0)) ? Autonomy.FULL : Autonomy.ADVISE;
    }

    /** A key that is in a share is in every larger one. */
    private static boolean isInShare(Capability capability, Target target, double share) {
        return KEYS.uniform("canary", capability + ":" + target.key(), 0) < share;
    }
}
