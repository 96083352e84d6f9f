/**
 * What to order and where to put it: the question, the action, and the planner between them.
 *
 * <p>Reads `state` and `forecast`; hands a proposal to `guardrail` and `decision`.
 */
@NullMarked
package dev.storetwin.inventory;

import org.jspecify.annotations.NullMarked;
