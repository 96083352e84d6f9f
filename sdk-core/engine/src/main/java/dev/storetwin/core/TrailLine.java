package dev.storetwin.core;

import dev.storetwin.decision.Decision;

/**
 * A line of a plan with a decision that is written down.
 *
 * @param <T> the line itself
 */
interface TrailLine<T extends TrailLine<T>> {

    /** As it is written down. */
    Decision<?> decision();

    /** The same line with nothing done. */
    T failed(String reason);
}
