/**
 * What to charge: how demand answers to price, and what each rung of a ladder of prices would earn.
 *
 * <p>Reads `state` and `forecast`; hands scored prices to `guardrail` and `decision`.
 */
@NullMarked
package dev.storetwin.core.pricing;

import org.jspecify.annotations.NullMarked;
