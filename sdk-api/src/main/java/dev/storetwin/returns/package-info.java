/**
 * Goods that come back: what becomes of them and of the money.
 *
 * <p>Reads state and forecasts. Hands its action on as a proposal.
 */
@NullMarked
package dev.storetwin.returns;

import org.jspecify.annotations.NullMarked;
