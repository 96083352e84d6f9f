/**
 * What to charge: the question, the action, and the planner between them.
 *
 * <p>Reads `state` and `forecast`; hands a proposal to `guardrail` and `decision`.
 */
@NullMarked
package dev.storetwin.pricing;

import org.jspecify.annotations.NullMarked;
