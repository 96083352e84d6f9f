/**
 * What could be done and why: scored alternatives, with "do nothing" always among them. Nobody has chosen yet.
 *
 * <p>Made by the planners of the capabilities; read by `guardrail` and `decision`.
 */
@NullMarked
package dev.storetwin.proposal;

import org.jspecify.annotations.NullMarked;
