package dev.storetwin.core.decision;

import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.proposal.Action;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Target;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What a decision rests on beside its proposal and its rules.
 *
 * @param versions of options and limits, by name
 * @param autonomy that is granted in a state
 */
public record Circumstances(SortedMap<String, String> versions, BiFunction<Target, TwinState, Autonomy> autonomy) {

    /** Nothing to tell, and only advice. */
    public static final Circumstances NONE = new Circumstances(new TreeMap<>(), (target, state) -> Autonomy.ADVISE);

    /** @param more versions, beside these */
    <A extends Action> Decision<A> noted(Decision<A> decision, TwinState state, Map<String, String> more) {
        var all = new TreeMap<>(versions);
        all.putAll(more);
        return decision.restingOn(all, autonomy.apply(decision.target(), state));
    }
}
