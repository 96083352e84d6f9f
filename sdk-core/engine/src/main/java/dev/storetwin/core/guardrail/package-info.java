/**
 * Asks all guardrails about an action and makes one verdict of their answers; keeps the rules in force, and those that were.
 *
 * <p>Reads `state` and `feature` for facts; hands verdicts to `decision`.
 */
@NullMarked
package dev.storetwin.core.guardrail;

import org.jspecify.annotations.NullMarked;
