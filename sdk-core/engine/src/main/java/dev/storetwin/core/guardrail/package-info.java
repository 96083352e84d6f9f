/**
 * Asks all guardrails about an action and makes one verdict of their answers.
 *
 * <p>Reads `state` for facts; hands verdicts to `decision`.
 */
@NullMarked
package dev.storetwin.core.guardrail;

import org.jspecify.annotations.NullMarked;
