package dev.storetwin.guardrail;

import dev.storetwin.proposal.Action;

/**
 * A limit that the merchant sets and no model may cross, in plain Java.
 *
 * @param <A> the actions it is about
 */
public interface Guardrail<A extends Action> {

    /** The actions that it is asked about. */
    Class<A> actions();

    /** Never throws; what it cannot judge it blocks. */
    Ruling<A> check(A action, GuardrailContext context);
}
