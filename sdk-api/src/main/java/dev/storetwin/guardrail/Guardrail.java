package dev.storetwin.guardrail;

import dev.storetwin.proposal.Action;
import java.util.Set;

/**
 * A limit that the merchant sets and no model may cross, in plain Java.
 *
 * @param <A> the actions it is about
 */
public interface Guardrail<A extends Action> {

    /** The actions that it is asked about. */
    Class<A> actions();

    /** Names of the features that it wants as {@link Figure}s; it gets all other facts anyway. */
    default Set<String> figures() {
        return Set.of();
    }

    /** Never throws; what it cannot judge it blocks. */
    Ruling<A> check(A action, GuardrailContext context);
}
