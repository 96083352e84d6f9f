/**
 * Folds events into the state of the shop, in two stages: documents by their own key, then ledger entries by the keys they touch.
 *
 * <p>Reads `event`; hands an immutable root to every room that follows. Pure: no clock, no chance, no I/O.
 */
@NullMarked
package dev.storetwin.core.state;

import org.jspecify.annotations.NullMarked;
