package dev.storetwin.core;

import dev.storetwin.decision.Autonomy;
import dev.storetwin.platform.ActionWriter;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import java.util.Map;
import java.util.Optional;

/**
 * How far the twin may go alone, and through what.
 *
 * @param autonomy as the host set it; an operator's later word in the state wins
 * @param writer   that carries actions out
 */
record Control(Map<Capability, Autonomy> autonomy, Optional<ActionWriter> writer) {

    Autonomy of(Capability capability, TwinState state) {
        return state.commitments()
                .autonomy(capability)
                .map(Control::level)
                .orElseGet(() -> autonomy.getOrDefault(capability, Autonomy.ADVISE));
    }

    /** A word that names no level lets the twin advise, nothing more. */
    private static Autonomy level(String word) {
        return word.equalsIgnoreCase(Autonomy.FULL.name()) ? Autonomy.FULL : Autonomy.ADVISE;
    }
}
